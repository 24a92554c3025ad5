package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Masks;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads the endpoints of a fleet and applies the mix to them. */
final class Endpoints {

  private static final int MOST = 100;

  private final Checked fleet;
  private final Problems problems;
  private final EndpointKeys keys;
  private final LoginSettings.Check login;
  private final List<Checked> entries = new ArrayList<>();
  private List<Share> mixed = List.of();
  private boolean overruleMix;

  private Endpoints(
      Checked fleet, EndpointKeys keys, LoginSettings.Check login, Problems problems) {
    this.login = login;
    this.fleet = fleet;
    this.keys = keys;
    this.problems = problems;
  }

  static Endpoints check(
      Checked fleet,
      Placeholders placeholders,
      InputFiles files,
      LoginSettings.Check login,
      Problems problems) {
    EndpointKeys keys = new EndpointKeys(login.and(placeholders), files);
    Endpoints endpoints = new Endpoints(fleet, keys, login, problems);
    fleet.find(FleetKeys.ENDPOINTS).ifPresent(endpoints::check);
    return endpoints;
  }

  /**
   * Lets somebody who knows JSONPath check the paths of all checks.
   *
   * @param paths throws {@link IllegalArgumentException} saying what is wrong
   */
  void checkPaths(Consumer<String> paths) {
    entries.forEach(endpoint -> keys.checkPaths(endpoint, paths, problems));
  }

  /** Refuses a time-out in which the devices' link cannot bring the longest answer. */
  void checkLink() {
    entries.stream()
        .filter(endpoint -> keys.name(endpoint).isPresent())
        .max(Comparator.comparingLong(keys::bytes))
        .ifPresent(
            longest ->
                FleetKeys.BEHAVIOR
                    .link()
                    .checkTime(
                        fleet,
                        FleetKeys.TIMEOUT,
                        keys.name(longest).get(),
                        keys.bytes(longest),
                        problems));
  }

  /** Whether the endpoints overrule the mix of {@code fleet.conf}. */
  boolean overruleMix() {
    return overruleMix;
  }

  /** The endpoints in the order of the list; call it only if there are no problems. */
  List<EndpointSettings> settings() {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> keys.settings(entries.get(i), fleet, mixed(i)))
        .toList();
  }

  /** The endpoints as far as the list itself says what they are; likewise. */
  List<Map<String, Object>> meaning(Masks masks) {
    return entries.stream().map(entry -> keys.meaning(entry, masks)).toList();
  }

  private Optional<Share> mixed(int endpoint) {
    return mixed.isEmpty() ? Optional.empty() : Optional.of(mixed.get(endpoint));
  }

  private void check(Setting written) {
    Optional<List<Setting>> items = written.items();
    if (items.isEmpty()) {
      problems.add(written, "must be a list: [ { name = A, path = /hello } ]");
      return;
    }
    int count = items.get().size();
    if (count < 1 || count > MOST) {
      problems.add(
          written.key(), written.origin(), "must be 1 to " + MOST + " endpoints, not " + count);
    }
    List<Setting> endpoints = items.get().subList(0, Math.min(count, MOST));
    Map<String, String> namedAt = new HashMap<>();
    for (Setting endpoint : endpoints) {
      checkUnique(endpoint, namedAt);
      entries.add(keys.check(endpoint, fleet, problems));
    }
    if (!fleet.find(FleetKeys.MIX).map(Mix::shares).orElse(List.of()).isEmpty()) {
      mix(items.get(), written);
    }
  }

  private void checkUnique(Setting endpoint, Map<String, String> namedAt) {
    Optional<Setting> name = endpoint.child("name");
    name.ifPresent(login::checkEndpoint);
    name.flatMap(Setting::text)
        .map(text -> namedAt.putIfAbsent(text.toLowerCase(Locale.ROOT), endpoint.key()))
        .ifPresent(
            first ->
                problems.add(
                    name.get(), "must differ from the name of " + first + " in more than case"));
  }

  /**
   * Applies the mix. The default mix in {@code fleet.conf} is made for the endpoints there:
   * endpoints of a profile overrule it if it does not fit them. They never overrule a mix that a
   * user has set.
   */
  private void mix(List<Setting> endpoints, Setting written) {
    Setting mix = fleet.written(FleetKeys.MIX);
    boolean two = endpoints.size() == 2;
    boolean ownShares = endpoints.stream().anyMatch(Endpoints::hasShare);
    if (two && !ownShares) {
      mixed = fleet.get(FleetKeys.MIX).shares();
    } else if (isDefault(mix) && !isDefault(written)) {
      overruleMix = true;
    } else {
      refuseMix(mix, endpoints.size(), ownShares);
    }
  }

  private void refuseMix(Setting mix, int endpoints, boolean ownShares) {
    if (endpoints != 2) {
      problems.add(
          mix,
          "must be none unless there are two endpoints; there "
              + (endpoints == 1 ? "is 1" : "are " + endpoints));
    }
    if (ownShares) {
      problems.add(mix, "must be none if endpoints have a share or every of their own");
    }
  }

  private static boolean hasShare(Setting endpoint) {
    return endpoint.child("share").isPresent() || endpoint.child("every").isPresent();
  }

  static boolean isDefault(Setting setting) {
    return setting.origin().startsWith(SettingsLoader.FLEET.shownAs() + ":");
  }
}
