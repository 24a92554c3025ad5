package fleetpoll.fleet;

import fleetpoll.config.Placeholders;
import fleetpoll.http.Expectation;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LoginSettings;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.body.BodySettings;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all devices' logins share.
 *
 * @param request that logs in; empty if only the virtual users save something
 * @param values takes what the answer gives
 * @param saves whether it takes anything
 * @param session names that the virtual users save
 * @param changing the endpoints whose requests contain a saved value
 */
record LoginTemplate(
    Optional<PollTemplate> request,
    Expectation.BodyValues values,
    boolean saves,
    Statuses renewOn,
    List<String> session,
    Set<String> changing) {

  /** Of a fleet; empty if nothing is saved and nobody logs in. */
  static Optional<LoginTemplate> of(FleetSettings settings, Engine engine) {
    LoginSettings login = settings.login();
    return login.isNone()
        ? Optional.empty()
        : Optional.of(
            new LoginTemplate(
                login.request().map(request -> PollTemplate.of(request, settings, engine)),
                engine.saves().apply(login.save()),
                !login.save().isEmpty(),
                login.renewOn(),
                login.session(),
                settings.endpoints().stream()
                    .filter(endpoint -> contains(endpoint, login.names()))
                    .map(EndpointSettings::name)
                    .collect(Collectors.toUnmodifiableSet())));
  }

  private static boolean contains(EndpointSettings endpoint, List<String> names) {
    return Stream.of(
            Stream.of(endpoint.path()),
            endpoint.query().values().stream(),
            endpoint.headers().values().stream(),
            endpoint.body().map(BodySettings::text).stream())
        .flatMap(texts -> texts)
        .anyMatch(text -> isSaved(text, names));
  }

  /** Whether a text contains a saved value. */
  static boolean isSaved(String text, List<String> names) {
    return names.stream().anyMatch(name -> text.contains(Placeholders.of(name)));
  }

  /** Whether an endpoint's request is another one after another login. */
  boolean changes(PollTemplate poll) {
    return changing.contains(poll.name());
  }

  String read(byte[] body, Charset charset, Map<String, String> found) {
    return values.read(body, charset, found);
  }

  /**
   * Why a device cannot poll with what its virtual user has saved; null if it can. An empty value
   * is as good as none.
   */
  String fault(Map<String, String> saved) {
    String missing =
        session.stream()
            .filter(name -> saved.getOrDefault(name, "").isEmpty())
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? session.stream()
            .map(name -> SavedValue.fault("the virtual user's " + name, saved.get(name)))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : "the virtual user's session has no " + missing;
  }
}
