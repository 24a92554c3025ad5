package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Optional;

/**
 * What a tick sends to one endpoint.
 *
 * @param measured the request that counts
 * @param warmUp the same, marked as warm-up; only where it changes nothing on the target
 */
record PollRequests(EndpointRequest measured, Optional<EndpointRequest> warmUp) {

  private static final String WARM_UP_HEADER = "X-Fleetpoll-Warm-Up";

  static PollRequests of(
      EndpointSettings endpoint, FleetSettings settings, ScenarioContext context) {
    HttpRequestActionBuilder request = request(endpoint, settings);
    Optional<EndpointRequest> warmUp =
        endpoint.method().equals("GET")
            ? Optional.of(
                new EndpointRequest(
                    endpoint, request.header(WARM_UP_HEADER, "1").silent(), context))
            : Optional.empty();
    return new PollRequests(new EndpointRequest(endpoint, request, context), warmUp);
  }

  private static HttpRequestActionBuilder request(
      EndpointSettings endpoint, FleetSettings settings) {
    HttpRequestActionBuilder request =
        http(endpoint.name())
            .httpRequest(endpoint.method(), endpoint.path())
            .header(settings.deviceHeader(), "#{" + DeviceAction.DEVICE + "}")
            .headers(endpoint.headers())
            .requestTimeout(settings.timeout())
            .check(status().is(endpoint.status()));
    for (var parameter : endpoint.query().entrySet()) {
      request = request.queryParam(parameter.getKey(), parameter.getValue());
    }
    if (endpoint.body().isPresent()) {
      request = request.body(StringBody(endpoint.body().get()));
    }
    return endpoint.bytes().isPresent()
        ? request.check(bodyLength().is(Math.toIntExact(endpoint.bytes().getAsLong())))
        : request;
  }
}
