package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.fleet.Itinerary;
import fleetpoll.fleet.Itinerary.Step;
import fleetpoll.fleet.Member;
import fleetpoll.fleet.Storms;
import fleetpoll.record.Outcome;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.http.engine.tx.HttpTx;
import io.gatling.http.request.HttpRequest;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import scala.Option;

/**
 * One device on its virtual user's event loop: does what its {@link Itinerary} decides, which is to
 * wait, to send one request at a time, or to leave. Every method runs on that event loop.
 */
final class Device implements Member, Sender {

  private final Fleet fleet;
  private final Itinerary itinerary;
  private final List<PollRequests> endpoints;
  private final StatsBatch stats;
  private final Action next;
  private final Storms storms;
  private FleetClock clock;
  private Session session;
  private Future<?> timer;
  private Exchange inFlight;
  private boolean left;

  Device(
      Fleet fleet,
      List<PollRequests> endpoints,
      int index,
      Session session,
      StatsBatch stats,
      Action next) {
    this.fleet = fleet;
    this.itinerary =
        new Itinerary(
            fleet.schedule(),
            index,
            fleet.recorder().device(index),
            endpoint -> endpoints.get(endpoint).warmUp().isPresent());
    this.endpoints = endpoints;
    this.stats = stats;
    this.session = session;
    this.next = next;
    this.storms = new Storms(fleet.schedule().stormNanos());
  }

  @Override
  public void start(FleetClock fleetClock) {
    clock = fleetClock;
    storms.await(clock, session.eventLoop(), this::drop);
    act(itinerary.begin());
  }

  @Override
  public long nowNanos() {
    return clock.nowNanos();
  }

  @Override
  public StatsBatch stats() {
    return stats;
  }

  /** Whether the tick at hand is beyond the warm-up. */
  @Override
  public boolean isMeasured() {
    return itinerary.isMeasured();
  }

  /** Ends the device now: a poll in flight fails as interrupted, ticks to come are not planned. */
  @Override
  public void interrupt() {
    if (timer != null) {
      timer.cancel(false);
    }
    Step step = itinerary.interrupt(clock == null ? 0 : nowNanos());
    if (inFlight != null) {
      inFlight.interrupt();
    } else {
      act(step);
    }
  }

  /** A storm: the device drops its connection, and with it the poll in flight. */
  private void drop(int storm) {
    itinerary.strike(storm, nowNanos());
    endpoints.get(0).measured().closeIdleConnections(session);
    if (inFlight != null) {
      inFlight.drop();
    } else {
      timer.cancel(false);
      act(itinerary.afterStrike());
    }
  }

  /** The poll in flight goes on with another request. */
  @Override
  public void follow(Exchange followUp) {
    inFlight = followUp;
    followUp.send();
  }

  /** The poll in flight has ended. */
  @Override
  public void ended(Exchange exchange, Session answered, Outcome outcome, String message) {
    inFlight = null;
    if (fleet.settings().client().cookies()) {
      session = answered.markAsSucceeded();
    }
    act(
        itinerary.ended(
            exchange.sentNanos(),
            exchange.endNanos(),
            exchange.bytes(),
            outcome,
            message,
            nowNanos()));
  }

  private void act(Step step) {
    switch (step) {
      case SEND -> send();
      case WAIT -> await();
      case LEAVE -> leave();
    }
  }

  private void await() {
    long wait = Math.max(0, itinerary.wakeNanos() - nowNanos());
    timer = session.eventLoop().schedule(this::wake, wait, TimeUnit.NANOSECONDS);
  }

  private void wake() {
    timer = null;
    act(itinerary.wake(nowNanos()));
  }

  /** The device's answer to the poll's end may have been called before this returns. */
  private void send() {
    PollRequests requests = endpoints.get(itinerary.endpoint());
    EndpointRequest request =
        itinerary.isMeasured() ? requests.measured() : requests.warmUp().orElseThrow();
    Validation<HttpRequest> built = request.build(session);
    if (built instanceof Success<HttpRequest> success) {
      HttpTx tx = new HttpTx(session, success.value(), next, Option.empty(), 0);
      inFlight = new Exchange(request, tx, this);
      inFlight.send();
    } else {
      failUnsent(request, ((Failure) (Validation<?>) built).message());
    }
  }

  /** An address or a body that cannot be made of this device's identity. */
  private void failUnsent(EndpointRequest request, String message) {
    long now = nowNanos();
    if (isMeasured()) {
      long nowMillis = request.clock().nowMillis();
      stats.add(
          session,
          request.name(),
          nowMillis,
          nowMillis,
          KO$.MODULE$,
          Option.empty(),
          Option.apply(message));
    }
    act(itinerary.ended(now, now, 0, Outcome.OTHER, message, now));
  }

  private void leave() {
    if (!left) {
      left = true;
      storms.end();
      stats.flush();
      if (clock != null) {
        fleet.left(nowNanos());
      }
      next.$bang(session);
    }
  }
}
