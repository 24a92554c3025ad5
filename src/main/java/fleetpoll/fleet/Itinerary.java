package fleetpoll.fleet;

import fleetpoll.http.Result;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickCursor;
import java.util.function.IntPredicate;

/**
 * What a device does next: which tick it polls, which endpoint, what it misses and why, when it
 * stays away and when it leaves. It decides and records, and does nothing: every instant is handed
 * in, on the fleet's clock, and every answer is the next step. Belongs to one thread.
 */
public final class Itinerary {

  /** What the device has to do now. */
  public enum Step {
    /** Send a poll to {@link Itinerary#endpoint()}, and say how it {@link Itinerary#ended}. */
    SEND,
    /** Nothing until {@link Itinerary#wakeNanos()}; then {@link Itinerary#wake}. */
    WAIT,
    /** Nothing any more: its last tick is over, or the run is. */
    LEAVE
  }

  private final FleetSchedule schedule;
  private final int device;
  private final DeviceRecorder record;
  private final IntPredicate warmsUp;
  private final TickCursor warmUp;
  private TickCursor cursor;
  private long tick;
  private int endpoint;
  private long dueNanos;
  private long readyNanos;
  private long wakeNanos;
  private long backNanos = Long.MIN_VALUE;
  private boolean away;
  private boolean polling;
  private boolean interrupted;

  /**
   * @param device its index in the fleet
   * @param record where its polls and misses go
   * @param warmsUp whether an endpoint may be polled before the measured window
   */
  public Itinerary(
      FleetSchedule schedule, int device, DeviceRecorder record, IntPredicate warmsUp) {
    this.schedule = schedule;
    this.device = device;
    this.record = record;
    this.warmsUp = warmsUp;
    this.warmUp = new TickCursor(schedule.warmUpTicks(device), (from, to, cause) -> {});
    this.cursor = warmUp;
  }

  /** The first step. */
  public Step begin() {
    return awaitTick();
  }

  /** The step at {@link #wakeNanos()}, or somewhat later. */
  public Step wake(long nowNanos) {
    return away ? comeBack(nowNanos) : beginTick(cursor.take(nowNanos), nowNanos);
  }

  /** The poll has ended; it is recorded, or of a warm-up's only the connections it opened. */
  public Step ended(Result result, long nowNanos) {
    polling = false;
    if (isMeasured()) {
      record.record(result.poll(endpoint, dueNanos, readyNanos));
    } else {
      record.warmedUp(endpoint, result.opening());
    }
    readyNanos = Math.max(dueNanos, result.endNanos());
    endpoint++;
    return pollNext(nowNanos);
  }

  /** Something broke while the device was at work: it goes on with its next tick. */
  public Step recover(long nowNanos) {
    polling = false;
    endpoint = record.endpoints();
    return pollNext(nowNanos);
  }

  /** A storm strikes: the device loses its connection, and stays away for its back-off. */
  public void strike(int storm, long nowNanos) {
    backNanos = schedule.backNanos(device, storm);
    away = backNanos > nowNanos;
    if (isMeasured()) {
      record.struckBy(storm);
    }
  }

  /** The step of an idle device after a storm has struck it. */
  public Step afterStrike() {
    return awaitTick();
  }

  /** The run ends: no tick to come is planned. A poll in flight still has to be ended. */
  public Step interrupt(long nowNanos) {
    interrupted = true;
    if (polling) {
      return Step.SEND;
    }
    if (away) {
      record.endAway(nowNanos);
    }
    return Step.LEAVE;
  }

  /** Whether a poll is in flight: the last step was to send, and it has not ended. */
  public boolean isPolling() {
    return polling;
  }

  /** Whether the tick at hand is beyond the warm-up. */
  public boolean isMeasured() {
    return cursor != warmUp;
  }

  /** The index of the endpoint to be polled. */
  public int endpoint() {
    return endpoint;
  }

  /** When the device has to act again. */
  public long wakeNanos() {
    return wakeNanos;
  }

  private Step awaitTick() {
    cursor = warmUp.hasNext() ? warmUp : record.cursor();
    if (interrupted || !cursor.hasNext()) {
      return Step.LEAVE;
    }
    wakeNanos = cursor.nextDueNanos();
    if (away) {
      wakeNanos = Math.min(Math.max(wakeNanos, backNanos), record.endNanos());
    }
    return Step.WAIT;
  }

  private Step beginTick(long next, long nowNanos) {
    tick = next;
    dueNanos = isMeasured() ? record.dueNanos(tick) : nowNanos;
    readyNanos = Math.max(dueNanos, backNanos);
    endpoint = 0;
    return pollNext(nowNanos);
  }

  /** The whole fleet does so at once: what a device comes back with, it sends without a timer. */
  private Step comeBack(long nowNanos) {
    away = false;
    warmUp.skipBusy(backNanos);
    boolean hasPoll = record.comeBack(backNanos);
    if (!hasPoll || nowNanos - backNanos >= schedule.intervalNanos()) {
      return awaitTick();
    }
    cursor = record.cursor();
    return beginTick(cursor.take(cursor.nextDueNanos()), nowNanos);
  }

  /** The tick's next poll; when there is none, the next tick. */
  private Step pollNext(long nowNanos) {
    for (; endpoint < record.endpoints(); endpoint++) {
      if (!record.isDue(endpoint, tick) || !isMeasured() && !warmsUp.test(endpoint)) {
        continue;
      }
      if (!interrupted && !away) {
        polling = true;
        return Step.SEND;
      }
      miss();
    }
    // A warm-up that is late ends where the measured window begins: nothing there goes unrecorded.
    warmUp.skipBusy(nowNanos);
    record.cursor().skipBusy(nowNanos);
    return awaitTick();
  }

  private void miss() {
    if (isMeasured()) {
      record.missed(endpoint, tick, interrupted ? MissedCause.BUSY : MissedCause.BACK_OFF);
    }
  }
}
