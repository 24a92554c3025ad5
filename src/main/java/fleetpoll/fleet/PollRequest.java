package fleetpoll.fleet;

import fleetpoll.http.Expectation;
import fleetpoll.http.Request;
import fleetpoll.http.RequestStore;
import java.util.Map;

/**
 * The encoded request of one device to one endpoint.
 *
 * @param warmUp null if the endpoint is not polled before the measured window
 */
record PollRequest(String name, Request measured, Request warmUp, Expectation expectation) {

  /**
   * @param values of the placeholders
   * @throws IllegalArgumentException if they do not fit
   */
  static PollRequest of(PollTemplate template, Map<String, String> values, RequestStore store) {
    return new PollRequest(
        template.name(),
        template.measured().fill(values, store),
        template.warmUp().map(warmUp -> warmUp.fill(values, store)).orElse(null),
        template.expectation());
  }
}
