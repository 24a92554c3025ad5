package fleetpoll.fleet;

import fleetpoll.http.Expectation;
import fleetpoll.http.Request;
import fleetpoll.http.RequestStore;
import fleetpoll.http.Revalidation;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;

/**
 * The encoded request of one device to one endpoint.
 *
 * @param warmUp null if the endpoint is not polled before the measured window
 * @param usual which answer is a success if the device asks for the whole
 * @param revalidated likewise if it asks for what has changed; null if it never does
 * @param revalidation null if the device always asks for the whole
 */
record PollRequest(
    String name,
    Request plain,
    Request warmUp,
    Expectation usual,
    Expectation revalidated,
    Revalidation revalidation) {

  /**
   * @param values of the placeholders
   * @throws IllegalArgumentException if they do not fit
   */
  static PollRequest of(PollTemplate template, Map<String, String> values, RequestStore store) {
    Request plain = template.measured().fill(values, store);
    return new PollRequest(
        template.name(),
        plain,
        template.warmUp().map(warmUp -> warmUp.fill(values, store)).orElse(null),
        template.expectation(),
        template.revalidated().orElse(null),
        template.revalidated().isPresent() ? new Revalidation(plain) : null);
  }

  /**
   * The same after another request to the endpoint, whose answers it knows; null: there is none.
   */
  PollRequest after(PollRequest before) {
    if (before != null && revalidation != null) {
      revalidation.knows(before.revalidation);
    }
    return this;
  }

  /** What the device sends next in the measured window. */
  Request measured() {
    return revalidation == null ? plain : revalidation.request();
  }

  /** Which answer to it is a success. */
  Expectation expectation() {
    return revalidation != null && revalidation.isConditional() ? revalidated : usual;
  }

  /** A success in the measured window: the next request may ask for what has changed since. */
  void succeeded(int status, HttpHeaders answer) {
    if (revalidation != null) {
      revalidation.learn(status, answer);
    }
  }
}
