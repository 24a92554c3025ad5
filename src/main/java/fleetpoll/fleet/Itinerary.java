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
  private final Admission admission;
  private final TickCursor warmUp;
  private final Absence absence;
  private TickCursor cursor;
  private long tick;
  private int endpoint;
  private long dueNanos;
  private long readyNanos;
  private long wakeNanos;
  private boolean polling;
  private boolean interrupted;

  /**
   * @param device its place among those that run here
   * @param record takes its polls and misses
   * @param warmsUp whether an endpoint may be polled before the measured window; on a tick without
   *     such a poll the device only connects
   * @param admission whether the device must log in
   */
  Itinerary(
      FleetSchedule schedule,
      int device,
      DeviceRecorder record,
      IntPredicate warmsUp,
      Admission admission) {
    this.admission = admission;
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
    if (absence.leaves()) {
      absence.leave(nowNanos);
      return awaitTick() == Step.WAIT ? Step.PART : Step.LEAVE;
    }
    if (absence.isAway()) {
      return comeBack(nowNanos);
    }
    if (!isMeasured()) {
      // The window has begun without the device, which was not busy: the generator was too late.
      record.cursor().skipAbsent(nowNanos);
    }
    return beginTick(cursor.take(nowNanos), nowNanos);
  }

  /** Records the poll that has ended; of a warm-up poll, only the connections that it opened. */
  public Step ended(Result result, long nowNanos) {
    polling = false;
    boolean isOver = admission.answered(result.status());
    if (isMeasured()) {
      record.record(result.poll(endpoint, dueNanos, readyNanos));
      // The device knows what to do after such an answer: it logs in.
      if (!isOver) {
        absence.ended(result.outcome(), result.endNanos(), nowNanos);
      }
    } else {
      record.warmedUp(endpoint, result.opening());
    }
    readyNanos = Math.max(dueNanos, result.endNanos());
    endpoint++;
    return pollNext(nowNanos);
  }

  /** The login has ended: the device polls, or misses the rest of the tick. */
  Step loginEnded(Result result, long nowNanos) {
    polling = false;
    admission.ended(result.outcome().isOk());
    record.loggedIn(isMeasured(), result.opening());
    if (isMeasured() && !result.outcome().isOk()) {
      absence.ended(result.outcome(), result.endNanos(), nowNanos);
    }
    readyNanos = Math.max(dueNanos, result.endNanos());
    return pollNext(nowNanos);
  }

  /** Gives the rest of the tick up, by the generator's fault, and goes on with the next one. */
  public Step recover(long nowNanos) {
    polling = false;
    admission.ended(admission.isOpen());
    for (; endpoint < record.endpoints(); endpoint++) {
      if (isMeasured() && record.isDue(endpoint, tick)) {
        record.missed(endpoint, tick, MissedCause.GENERATOR);
      }
    }
    return toNextTick(nowNanos);
  }

  /**
   * A storm strikes: the device loses its connection and stays away for its back-off. One that is
   * off duty has no connection, and comes back when its duty says.
   */
  public void strike(int storm, long nowNanos) {
    if (absence.hasLeft()) {
      return;
    }
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
    missStalled(nowNanos);
    return Step.LEAVE;
  }

  /**
   * After a stall, the interruption may come before the timer: what came due meanwhile was planned.
   * A tick that is less late is not lost, and an ordinary delay of the timer is no miss.
   */
  private void missStalled(long nowNanos) {
    TickCursor measured = record.cursor();
    while (measured.hasNext() && isLostToStall(measured.nextDueNanos(), nowNanos)) {
      measured.skipBusy(measured.nextDueNanos());
    }
  }

  /** Whether it is too late for what was to be done at an instant, because of a stall. */
  private boolean isLostToStall(long atNanos, long nowNanos) {
    return nowNanos - atNanos >= FORGIVEN_NANOS && record.isStalled(atNanos);
  }

  /** Whether the last step was to send, to log in or to connect, and that has not ended. */
  public boolean isPolling() {
    return polling;
  }

  /** Whether it is a login that has not ended. */
  public boolean isLoggingIn() {
    return admission.isPending();
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
    return Step.WAIT;
  }

  private Step beginTick(long next, long nowNanos) {
    tick = next;
    dueNanos = isMeasured() ? record.dueNanos(tick) : nowNanos;
    readyNanos = Math.max(dueNanos, absence.backNanos());
    endpoint = 0;
    admission.beginTick();
    if (isMeasured() && (isLostToStall(readyNanos, nowNanos) || isOffDuty(nowNanos))) {
      return recover(nowNanos);
    }
    polling = admission.isOpen() && !isMeasured() && !pollsInWarmUp();
    return polling ? Step.CONNECT : pollNext(nowNanos);
  }

  private boolean pollsInWarmUp() {
    return IntStream.range(0, record.endpoints())
        .anyMatch(each -> record.isDue(each, tick) && warmsUp.test(each));
  }

  /** Goes on after the back-off. A whole fleet may come back at once: it sends without a timer. */
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

  /**
   * Logs in if need be; sends the tick's next poll, or goes on to the next tick if there is none.
   */
  private Step pollNext(long nowNanos) {
    boolean sends = !interrupted && !absence.isAway() && !isOffDuty(nowNanos);
    if (sends && admission.begins()) {
      polling = true;
      return Step.LOGIN;
    }
    for (; endpoint < record.endpoints(); endpoint++) {
      if (!record.isDue(endpoint, tick) || !isMeasured() && !warmsUp.test(endpoint)) {
        continue;
      }
      if (sends && admission.isOpen()) {
        polling = true;
        return Step.SEND;
      }
      if (isMeasured()) {
        record.missed(endpoint, tick, cause(nowNanos));
      }
    }
    return toNextTick(nowNanos);
  }

  /** Whether the duty to which the tick belongs is over. */
  private boolean isOffDuty(long nowNanos) {
    return isMeasured() && record.grid().leavesAfterNanos(tick) <= nowNanos;
  }

  private MissedCause cause(long nowNanos) {
    if (interrupted) {
      return MissedCause.BUSY;
    }
    if (absence.isAway()) {
      return MissedCause.BACK_OFF;
    }
    return isOffDuty(nowNanos) ? MissedCause.BUSY : MissedCause.LOGIN;
  }

  private Step toNextTick(long nowNanos) {
    // A late warm-up ends when the measured window begins: every poll in the window is recorded.
    warmUp.skipBusy(nowNanos);
    record.cursor().skipBusy(nowNanos);
    return awaitTick();
  }
}
