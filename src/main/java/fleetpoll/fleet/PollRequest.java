package fleetpoll.fleet;

import fleetpoll.http.Expectation;
import fleetpoll.http.Request;
import fleetpoll.http.RequestStore;
import fleetpoll.http.Revalidation;
import fleetpoll.settings.body.PollValue;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The request of one device to one endpoint: encoded once, or for each poll.
 *
 * @param plain null if it is encoded for each poll
 * @param warmUp null if the endpoint is not polled before the measured window; likewise
 * @param changing null if it is encoded once
 * @param usual which answer is a success if the device asks for the whole
 * @param revalidated likewise if it asks for what has changed; null if it never does
 * @param revalidation null if the device always asks for the whole
 */
record PollRequest(
    String name,
    Request plain,
    Request warmUp,
    Changing changing,
    Expectation usual,
    Expectation revalidated,
    Revalidation revalidation) {

  /**
   * @param values of the placeholders
   * @throws IllegalArgumentException if they do not fit
   */
  static PollRequest of(PollTemplate template, Map<String, String> values, RequestStore store) {
    if (template.measured().differsByPoll()) {
      return ofChanging(template, new Changing(template, values));
    }
    Request plain = template.measured().fill(values, store);
    return new PollRequest(
        template.name(),
        plain,
        template.warmUp().map(warmUp -> warmUp.fill(values, store)).orElse(null),
        null,
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

  /** A first one, which is not sent, shows whether the values fit, and loads what it needs. */
  private static PollRequest ofChanging(PollTemplate template, Changing changing) {
    changing.measured(new PollValue.Moment(0, 0, new SplittableRandom(0)));
    return new PollRequest(
        template.name(),
        null,
        null,
        changing,
        template.expectation(),
        template.revalidated().orElse(null),
        template.revalidated().isPresent() ? new Revalidation(null) : null);
  }

  /**
   * A request that is another one in each poll.
   *
   * @param values of the placeholders that are the device's
   */
  record Changing(PollTemplate template, Map<String, String> values) {

    private Request measured(PollValue.Moment poll) {
      return template.measured().fill(values, poll);
    }

    private Request warmUp(PollValue.Moment poll) {
      return template.warmUp().orElseThrow().fill(values, poll);
    }
  }

  /** Whether it is another request in each poll. */
  boolean differsByPoll() {
    return changing != null;
  }

  /** Whether the endpoint is polled before the measured window. */
  boolean isWarmedUp() {
    return changing == null ? warmUp != null : changing.template.warmUp().isPresent();
  }

  /**
   * What the device sends next in the measured window.
   *
   * @param poll null if that makes no difference
   */
  Request measured(PollValue.Moment poll) {
    if (changing != null) {
      Request whole = changing.measured(poll);
      return revalidation == null ? whole : revalidation.request(whole);
    }
    return revalidation == null ? plain : revalidation.request();
  }

  /**
   * What the device sends next before it.
   *
   * @param poll likewise
   */
  Request warmUp(PollValue.Moment poll) {
    return changing == null ? warmUp : changing.warmUp(poll);
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
