package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Masks;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.body.PollValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a device must have before it polls.
 *
 * @param request that each device sends before its first tick; empty: none
 * @param save JSONPaths of the values to take from its answer, by name
 * @param renewOn statuses of a poll after which the device logs in again
 * @param session names of what a simulation of one's own has saved in the virtual user's session
 */
public record LoginSettings(
    Optional<EndpointSettings> request,
    Map<String, String> save,
    Statuses renewOn,
    List<String> session) {

  /** The name of the request in reports. */
  public static final String NAME = "login";

  /** Nobody logs in. */
  public static final LoginSettings NONE =
      new LoginSettings(Optional.empty(), Map.of(), Statuses.of(List.of()), List.of());

  /** Whether devices poll without a login, and without what others have saved. */
  public boolean isNone() {
    return request.isEmpty() && session.isEmpty();
  }

  /** The names of all values that are saved, each a placeholder. */
  public List<String> names() {
    return Stream.concat(session.stream(), save.keySet().stream()).distinct().toList();
  }

  /** Reads and checks the login of a fleet and what its session contains. */
  static final class Check {

    private final Keys all = new Keys();
    private final Key<Map<String, String>> save =
        all.add(Key.ofMap("save", TextPattern.NAME, Function.identity()));
    private final Key<Statuses> renewOn =
        all.add(Key.ofList("renew-on", Statuses.CODE).as(Statuses::of));
    private final Checked fleet;
    private final Problems problems;
    private final EndpointKeys keys;
    private Optional<Checked> login = Optional.empty();

    /**
     * @param placeholders of the identities
     */
    Check(Checked fleet, Placeholders placeholders, InputFiles files, Problems problems) {
      this.fleet = fleet;
      this.problems = problems;
      List<String> session = fleet.find(FleetKeys.SESSION).orElse(List.of());
      this.keys = EndpointKeys.ofLogin(all, placeholders.with(session), files);
      fleet.find(FleetKeys.LOGIN).ifPresent(this::read);
      checkNames(placeholders, session);
    }

    private void read(Setting written) {
      if (written.child("path").isPresent()) {
        login = Optional.of(keys.check(written, fleet, problems));
      } else if (!written.isObject()) {
        problems.add(written, "must be an object such as { path = /login }");
      } else {
        written.children().values().stream()
            .filter(child -> !Endpoints.isDefault(child))
            .findFirst()
            .ifPresent(
                child ->
                    problems.add(
                        written.key() + ".path",
                        child.origin(),
                        "missing: without a path there is no login"));
      }
    }

    /** A name must be one thing only. */
    private void checkNames(Placeholders placeholders, List<String> session) {
      Set<String> taken = new HashSet<>(placeholders.available().orElse(List.of()));
      taken.addAll(PollValue.FORMS);
      fleet
          .findWritten(FleetKeys.SESSION)
          .ifPresent(
              list ->
                  list.each().stream()
                      .filter(name -> name.text().filter(taken::contains).isPresent())
                      .forEach(name -> problems.add(name, "must not be a placeholder already")));
      taken.addAll(session);
      login
          .flatMap(values -> values.findWritten(save))
          .map(Setting::children)
          .orElse(Map.of())
          .forEach(
              (name, path) -> {
                if (taken.contains(name)) {
                  problems.add(path.key(), path.origin(), "must not be a placeholder already");
                }
              });
    }

    /** The placeholders of the endpoints. */
    Placeholders and(Placeholders placeholders) {
      List<String> session = fleet.find(FleetKeys.SESSION).orElse(List.of());
      Set<String> saved =
          login.flatMap(values -> values.find(save)).map(Map::keySet).orElse(Set.of());
      return placeholders.with(session).with(List.copyOf(saved));
    }

    /** Refuses an endpoint of the login's name, which would be two things in reports. */
    void checkEndpoint(Setting name) {
      if (login.isPresent() && name.text().filter(NAME::equalsIgnoreCase).isPresent()) {
        problems.add(name, "must not be login if there is a login");
      }
    }

    /**
     * Lets somebody who knows JSONPath check the paths.
     *
     * @param paths throws {@link IllegalArgumentException} saying what is wrong
     */
    void checkPaths(Consumer<String> paths) {
      login
          .flatMap(values -> values.findWritten(save))
          .map(Setting::children)
          .orElse(Map.of())
          .values()
          .forEach(
              path ->
                  path.as(
                      text -> {
                        paths.accept(text);
                        return text;
                      },
                      problems));
    }

    /** The settings; only when there are no problems. */
    LoginSettings settings() {
      return new LoginSettings(
          login.map(values -> keys.settings(values, fleet, Optional.empty())),
          login.flatMap(values -> values.find(save)).orElse(Map.of()),
          login.flatMap(values -> values.find(renewOn)).orElse(Statuses.of(List.of())),
          fleet.get(FleetKeys.SESSION).stream().distinct().toList());
    }

    /** Its meaning, equal for all ways to write it; its body is a hash. Empty without a login. */
    Map<String, Object> meaning(Masks masks) {
      Map<String, Object> meaning = new HashMap<>();
      login.ifPresent(
          values -> {
            meaning.putAll(keys.meaning(values, masks));
            values.find(save).ifPresent(paths -> meaning.put(save.name(), paths));
            values.find(renewOn).ifPresent(codes -> meaning.put(renewOn.name(), codes));
          });
      return meaning;
    }
  }
}
