package fleetpoll.fleet;

import fleetpoll.http.Expectation;
import fleetpoll.http.RequestTemplate;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.answer.AnswerSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request to one endpoint, without the values of a device.
 *
 * @param name of the endpoint
 * @param measured the request that counts
 * @param warmUp the same, marked as warm-up; null if it may change something on the server
 * @param expectation decides which answer is a success
 * @param revalidated the same for a device that asks only for what has changed; empty: none does
 */
record PollTemplate(
    String name,
    RequestTemplate measured,
    Optional<RequestTemplate> warmUp,
    Expectation expectation,
    Optional<Expectation> revalidated) {

  private static final String WARM_UP_HEADER = "X-Fleetpoll-Warm-Up";

  /** The name under which a device's id is inserted. */
  static final String DEVICE = "device";

  /** The values of a device's placeholders, by name. */
  static Map<String, String> values(Identity identity) {
    return identity.values();
  }

  /** For a fleet's engine. */
  static PollTemplate of(EndpointSettings endpoint, FleetSettings settings, Engine engine) {
    URI target = engine.target();
    AnswerSettings answer = endpoint.answer();
    RequestTemplate request =
        new RequestTemplate(
            engine.origin(),
            target.getRawPath().replaceFirst("/+$", ""),
            endpoint.method(),
            endpoint.path(),
            endpoint.query(),
            headers(endpoint, settings, engine.userAgent()),
            endpoint.body(),
            confined(endpoint, settings));
    RequestTemplate measured =
        isBodyConfined(endpoint, settings) ? request.confiningBody() : request;
    Expectation expectation =
        new Expectation(answer.statuses(), answer.bytes(), answer.check().map(engine.checks()));
    return new PollTemplate(
        endpoint.name(),
        measured,
        endpoint.isWarmedUp() ? Optional.of(measured.with(WARM_UP_HEADER, "1")) : Optional.empty(),
        expectation,
        answer.isConditional() ? Optional.of(expectation.orNotModified()) : Optional.empty());
  }

  /** The headers that are only for the target: the device's own and secrets. */
  private static Set<String> confined(EndpointSettings endpoint, FleetSettings settings) {
    return Stream.concat(
            Stream.of(settings.deviceHeader()),
            endpoint.headers().entrySet().stream()
                .filter(
                    header ->
                        settings.masks().isSecret(header.getKey())
                            || LoginTemplate.isSaved(header.getValue(), settings.login().names()))
                .map(Map.Entry::getKey))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A login's body is a credential, and one with a saved value contains one. */
  private static boolean isBodyConfined(EndpointSettings endpoint, FleetSettings settings) {
    return settings.login().request().filter(endpoint::equals).isPresent()
        || endpoint
            .body()
            .filter(body -> LoginTemplate.isSaved(body.text(), settings.login().names()))
            .isPresent();
  }

  /** An endpoint's own header replaces one that every device sends. */
  private static Map<String, String> headers(
      EndpointSettings endpoint, FleetSettings settings, String userAgent) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", userAgent);
    headers.put("Accept", "*/*");
    headers.put(settings.deviceHeader(), "#{" + DEVICE + "}");
    endpoint
        .body()
        .ifPresent(
            body -> {
              headers.put("Content-Type", body.type());
              if (body.isGzip()) {
                headers.put("Content-Encoding", "gzip");
              }
            });
    for (String name : endpoint.headers().keySet()) {
      headers.keySet().removeIf(name::equalsIgnoreCase);
    }
    headers.putAll(endpoint.headers());
    return headers;
  }
}
