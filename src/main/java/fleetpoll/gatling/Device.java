package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.fleet.Member;
import fleetpoll.fleet.Storms;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickCursor;
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
 * One device as a state machine on its virtual user's event loop: wait for a tick, send what the
 * tick polls, one request at a time, note what came due meanwhile as missed, and again. Every
 * method runs on that event loop.
 */
final class Device implements Member, Sender {

  private final DeviceRecorder record;
  private final TickCursor warmUp;
  private final Fleet fleet;
  private final List<PollRequests> endpoints;
  private final StatsBatch stats;
  private final Action next;
  private final Storms storms;
  private FleetClock clock;
  private Session session;
  private Future<?> timer;
  private Exchange inFlight;
  private TickCursor cursor;
  private long tick;
  private int endpoint;
  private long dueNanos;
  private long readyNanos;
  private boolean interrupted;
  private boolean left;

  Device(
      Fleet fleet,
      List<PollRequests> endpoints,
      int index,
      Session session,
      StatsBatch stats,
      Action next) {
    this.fleet = fleet;
    this.record = fleet.recorder().device(index);
    this.warmUp = new TickCursor(fleet.schedule().warmUpTicks(index), (from, to, cause) -> {});
    this.endpoints = endpoints;
    this.stats = stats;
    this.session = session;
    this.next = next;
    this.storms = new Storms(fleet.schedule(), index);
  }

  @Override
  public void start(FleetClock fleetClock) {
    clock = fleetClock;
    storms.await(clock, session.eventLoop(), this::drop);
    awaitTick();
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
    return cursor != warmUp;
  }

  /** Ends the device now: a poll in flight fails as interrupted, ticks to come are not planned. */
  @Override
  public void interrupt() {
    interrupted = true;
    if (timer != null) {
      timer.cancel(false);
    }
    if (inFlight != null) {
      inFlight.interrupt();
      return;
    }
    if (storms.isAway()) {
      record.endAway(nowNanos());
    }
    leave();
  }

  /** A storm: the device drops its connection, and with it the poll in flight. */
  private void drop(int storm) {
    if (isMeasured()) {
      record.struckBy(storm);
    }
    endpoints.get(0).measured().closeIdleConnections(session);
    if (inFlight != null) {
      inFlight.drop();
    } else {
      timer.cancel(false);
      awaitTick();
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
    if (isMeasured()) {
      record.record(
          new Poll(
              endpoint,
              dueNanos,
              readyNanos,
              exchange.sentNanos(),
              exchange.endNanos(),
              exchange.bytes(),
              outcome,
              message));
    }
    readyNanos = Math.max(dueNanos, exchange.endNanos());
    endpoint++;
    pollNext();
  }

  private void awaitTick() {
    cursor = warmUp.hasNext() ? warmUp : record.cursor();
    if (interrupted || !cursor.hasNext()) {
      leave();
      return;
    }
    long at = cursor.nextDueNanos();
    if (storms.isAway()) {
      at = Math.min(Math.max(at, storms.backNanos()), record.endNanos());
    }
    long wait = Math.max(0, at - nowNanos());
    timer = session.eventLoop().schedule(this::tick, wait, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    timer = null;
    if (storms.isAway()) {
      comeBack();
      return;
    }
    begin(cursor.take(nowNanos()));
  }

  private void begin(long due) {
    tick = due;
    dueNanos = isMeasured() ? record.dueNanos(tick) : nowNanos();
    readyNanos = Math.max(dueNanos, storms.backNanos());
    endpoint = 0;
    pollNext();
  }

  /** The whole fleet does so at once: what a device comes back with, it sends without a timer. */
  private void comeBack() {
    long backNanos = storms.backNanos();
    storms.comeBack();
    warmUp.skipBusy(backNanos);
    boolean hasPoll = record.comeBack(backNanos);
    long lateNanos = nowNanos() - backNanos;
    if (hasPoll && lateNanos < fleet.settings().interval().toNanos()) {
      cursor = record.cursor();
      begin(cursor.take(cursor.nextDueNanos()));
    } else {
      awaitTick();
    }
  }

  /** Sends the tick's next poll; when there is none, looks to the next tick. */
  private void pollNext() {
    for (; endpoint < endpoints.size(); endpoint++) {
      if (!record.isDue(endpoint, tick)) {
        continue;
      }
      if (interrupted || storms.isAway()) {
        miss();
      } else if (send()) {
        return;
      }
    }
    long now = nowNanos();
    // A warm-up that is late ends where the measured window begins: nothing there goes unrecorded.
    warmUp.skipBusy(now);
    record.cursor().skipBusy(now);
    awaitTick();
  }

  private void miss() {
    if (isMeasured()) {
      record.missed(endpoint, tick, interrupted ? MissedCause.BUSY : MissedCause.BACK_OFF);
    }
  }

  /**
   * Whether a poll is in flight now; the device's answer to its end may already have been called.
   */
  private boolean send() {
    PollRequests requests = endpoints.get(endpoint);
    if (!isMeasured() && requests.warmUp().isEmpty()) {
      return false;
    }
    EndpointRequest request = isMeasured() ? requests.measured() : requests.warmUp().get();
    Validation<HttpRequest> built = request.build(session);
    if (built instanceof Success<HttpRequest> success) {
      HttpTx tx = new HttpTx(session, success.value(), next, Option.empty(), 0);
      inFlight = new Exchange(request, tx, this);
      inFlight.send();
      return true;
    }
    failUnsent(request, ((Failure) (Validation<?>) built).message());
    return false;
  }

  /** An address or a body that cannot be made of this device's identity. */
  private void failUnsent(EndpointRequest request, String message) {
    if (isMeasured()) {
      long now = nowNanos();
      long nowMillis = request.clock().nowMillis();
      stats.add(
          session,
          request.name(),
          nowMillis,
          nowMillis,
          KO$.MODULE$,
          Option.empty(),
          Option.apply(message));
      record.record(new Poll(endpoint, dueNanos, readyNanos, now, now, 0, Outcome.OTHER, message));
    }
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
