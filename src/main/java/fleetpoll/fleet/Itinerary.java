package fleetpoll.fleet;

import fleetpoll.http.Result;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickCursor;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Decides what a device does next: which tick it polls, which endpoint, what it misses and why, and
 * when it leaves. It only decides and records: its callers hand in every instant, on the fleet's
 * clock, and do the step that it returns. Belongs to one thread.
 */
public final class Itinerary {

  /** A tick that is later is not sent after a stall: all devices would send in one burst. */
  private static final long FORGIVEN_NANOS = 20_000_000;

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
  private final Absence absence;
  private boolean polling;
  private boolean interrupted;

  /**
   * @param device its index in the fleet
   * @param record takes its polls and misses
   * @param warmsUp whether an endpoint may be polled before the measured window; on a tick without
   *     such a poll the device only connects
   */
  public Itinerary(
      FleetSchedule schedule, int device, DeviceRecorder record, IntPredicate warmsUp) {
    this.schedule = schedule;
    this.device = device;
    this.record = record;
    this.warmsUp = warmsUp;
    this.warmUp = new TickCursor(schedule.warmUpTicks(device), (from, to, cause) -> {});
    this.cursor = warmUp;
    this.absence = new Absence(schedule, device, record);
  }

  /** The first step. */
  public Step begin() {
    return awaitTick();
  }

  /** The next step, at {@link #wakeNanos()} or somewhat later. */
  public Step wake(long nowNanos) {
    if (absence.isAway()) {
      return comeBack(nowNanos);
    }
    if (absence.leaves()) {
      absence.leave(nowNanos);
      wakeNanos = cursor.nextDueNanos();
      return Step.PART;
    }
    return beginTick(cursor.take(nowNanos), nowNanos);
  }

  /** Records the poll that has ended; of a warm-up poll, only the connections that it opened. */
  public Step ended(Result result, long nowNanos) {
    polling = false;
    if (isMeasured()) {
      record.record(result.poll(endpoint, dueNanos, readyNanos));
      absence.ended(result.outcome(), result.endNanos(), nowNanos);
    } else {
      record.warmedUp(endpoint, result.opening());
    }
    readyNanos = Math.max(dueNanos, result.endNanos());
    endpoint++;
    return pollNext(nowNanos);
  }

  /** Gives the rest of the tick up, by the generator's fault, and goes on with the next one. */
  public Step recover(long nowNanos) {
    polling = false;
    for (; endpoint < record.endpoints(); endpoint++) {
      if (isMeasured() && record.isDue(endpoint, tick)) {
        record.missed(endpoint, tick, MissedCause.GENERATOR);
      }
    }
    return pollNext(nowNanos);
  }

  /** A storm strikes: the device loses its connection and stays away for its back-off. */
  public void strike(int storm, long nowNanos) {
    absence.strike(storm, nowNanos);
    if (isMeasured() && nowNanos >= record.dueNanos(0)) {
      record.struckBy(storm);
    }
  }

  /** The step of an idle device after a storm has struck it. */
  public Step afterStrike() {
    return awaitTick();
  }

  /** Ends the run: no further tick is planned. A poll in flight must still be ended. */
  public Step interrupt(long nowNanos) {
    interrupted = true;
    if (polling) {
      return Step.SEND;
    }
    absence.interrupt(nowNanos);
    return Step.LEAVE;
  }

  /** Whether the last step was to send or to connect, and that has not ended. */
  public boolean isPolling() {
    return polling;
  }

  /** Whether the current tick is part of the measured window. */
  public boolean isMeasured() {
    return cursor != warmUp;
  }

  /** The index of the endpoint to poll. */
  public int endpoint() {
    return endpoint;
  }

  /** The tick's number in the schedule, from 0; the warm-up's end with −1. */
  public long tick() {
    return isMeasured() ? tick : tick - schedule.warmUpTicks(device).ticks();
  }

  /** When the device must act again. */
  public long wakeNanos() {
    return wakeNanos;
  }

  private Step awaitTick() {
    cursor = warmUp.hasNext() ? warmUp : record.cursor();
    if (interrupted || !cursor.hasNext()) {
      return Step.LEAVE;
    }
    wakeNanos = absence.wakeNanos(cursor.nextDueNanos(), isMeasured());
    return absence.partsUntil(wakeNanos, readyNanos) ? Step.PART : Step.WAIT;
  }

  private Step beginTick(long next, long nowNanos) {
    tick = next;
    dueNanos = isMeasured() ? record.dueNanos(tick) : nowNanos;
    readyNanos = Math.max(dueNanos, absence.backNanos());
    endpoint = 0;
    if (isMeasured() && nowNanos - readyNanos >= FORGIVEN_NANOS && record.isStalled(readyNanos)) {
      return recover(nowNanos);
    }
    polling = !isMeasured() && !pollsInWarmUp();
    return polling ? Step.CONNECT : pollNext(nowNanos);
  }

  private boolean pollsInWarmUp() {
    return IntStream.range(0, record.endpoints())
        .anyMatch(each -> record.isDue(each, tick) && warmsUp.test(each));
  }

  /**
   * Goes on after the back-off. The whole fleet comes back at once, so the first poll is sent
   * without a timer.
   */
  private Step comeBack(long nowNanos) {
    long backNanos = absence.backNanos();
    warmUp.skipBusy(backNanos);
    boolean hasPoll = absence.comeBack();
    if (!hasPoll || nowNanos - backNanos >= schedule.intervalNanos()) {
      return awaitTick();
    }
    cursor = record.cursor();
    return beginTick(cursor.take(cursor.nextDueNanos()), nowNanos);
  }

  /** Sends the tick's next poll, or goes on to the next tick if there is none. */
  private Step pollNext(long nowNanos) {
    for (; endpoint < record.endpoints(); endpoint++) {
      if (!record.isDue(endpoint, tick) || !isMeasured() && !warmsUp.test(endpoint)) {
        continue;
      }
      if (!interrupted && !absence.isAway()) {
        polling = true;
        return Step.SEND;
      }
      if (isMeasured()) {
        record.missed(endpoint, tick, interrupted ? MissedCause.BUSY : MissedCause.BACK_OFF);
      }
    }
    // A late warm-up ends when the measured window begins: every poll in the window is recorded.
    warmUp.skipBusy(nowNanos);
    record.cursor().skipBusy(nowNanos);
    return awaitTick();
  }
}
