package fleetpoll.record;

import fleetpoll.schedule.Interleaving;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.PollGrid;
import fleetpoll.schedule.TickGrid;
import fleetpoll.schedule.WaitingPolls;
import fleetpoll.stall.HeldBack;

/**
 * One device's polls of one endpoint: hands what becomes of each to whoever counts it, and finds
 * the planned polls that a success answers. Belongs to the device's thread.
 */
final class DeviceEndpoint {

  private final int index;
  private final PollGrid polls;
  private final WaitingPolls waiting;
  private final BinRecorder bins;
  private final TimelineRecorder timeline;
  private final ProgressRecorder progress;
  private final EndpointRecorder recorder = new EndpointRecorder();
  private final SilenceRecorder silence;
  private final HeldBack heldBack = new HeldBack();

  DeviceEndpoint(
      int index,
      TickGrid grid,
      Interleaving interleaving,
      Bins bins,
      TimelineRecorder timeline,
      ProgressRecorder progress) {
    this.index = index;
    this.polls = new PollGrid(grid, interleaving);
    this.waiting = new WaitingPolls(polls);
    this.bins = new BinRecorder(bins);
    this.timeline = timeline;
    this.progress = progress;
    this.silence = new SilenceRecorder(grid.firstNanos());
  }

  boolean isDue(long tick) {
    return polls.interleaving().isDue(tick);
  }

  /** How many polls the first {@code ticks} ticks contain. */
  long planned(long ticks) {
    return polls.planned(ticks);
  }

  /**
   * A poll has ended.
   *
   * @param isStalled whether its time contained a stall of the generator
   */
  void record(Poll poll, boolean isStalled) {
    recorder.record(poll);
    if (isStalled) {
      recorder.stalled();
    }
    bins.record(poll);
    timeline.record(poll);
    progress.record(poll);
    recorder.heldBack(heldBack.goOn(poll.dueNanos()));
    if (poll.outcome().isOk()) {
      heldBack.end();
      answer(poll);
      silence.end(poll.endNanos());
    } else {
      waiting.accountedFor(polls.dueBy(poll.dueNanos()));
    }
  }

  /** A poll of the warm-up has ended: nothing of it is recorded but the connections it opened. */
  void warmedUp(Opening opening) {
    recorder.warmedUp(opening);
    progress.warmedUp(opening);
  }

  /** A login in the measured window has ended: only the connections it opened are recorded. */
  void opened(Opening opening) {
    recorder.opened(opening);
    progress.opened(opening);
  }

  /**
   * Answers all planned polls that were due when the success was sent. A timer may fire early by
   * clock rounding, so the success answers the poll of its own tick in any case.
   */
  private void answer(Poll success) {
    long end = polls.dueBy(Math.max(success.dueNanos(), success.sentNanos()));
    long from = waiting.first();
    boolean areMany = waiting.areMany(end);
    if (areMany) {
      recorder.answered(waiting.waits(end, success.endNanos()));
      progress.answered(end - from);
      from = firstOpen();
    }
    for (long poll = from; poll < end; poll++) {
      long due = polls.dueNanos(poll);
      long micros = success.microsSince(due);
      if (!areMany) {
        recorder.answered(micros);
        progress.answered(1);
      }
      timeline.answered(index, due, micros);
    }
    waiting.remove(end);
  }

  /** The first of those that wait whose second is not settled. */
  private long firstOpen() {
    return Math.max(waiting.first(), polls.dueBy(timeline.openNanos(index) - 1));
  }

  void missed(long tick, MissedCause cause) {
    waiting.accountedFor(planned(tick + 1));
    long due = polls.ticks().dueNanos(tick);
    recorder.missed(cause);
    if (cause == MissedCause.GENERATOR) {
      heldBack.missed(due);
    } else {
      recorder.heldBack(heldBack.goOn(due));
    }
    bins.missed(due);
    timeline.missed(index, due);
    progress.missed(cause);
  }

  /** The polls of ticks {@code from} … {@code to − 1} are missed. */
  void missed(long from, long to, MissedCause cause) {
    for (long tick = from; tick < to; tick++) {
      if (isDue(tick)) {
        missed(tick, cause);
      }
    }
  }

  /** Whether every poll of the first {@code ticks} ticks was either sent or missed. */
  boolean isBalanced(long ticks) {
    return planned(ticks) == recorder.accountedFor();
  }

  /** The device leaves and comes back. */
  void pause(long nowNanos, long backNanos) {
    silence.pause(nowNanos, backNanos);
  }

  /**
   * The device leaves: what is planned and not answered stays so.
   *
   * @param ticks that were planned
   */
  void leave(long ticks, long nowNanos) {
    long end = planned(ticks);
    long from = waiting.first();
    boolean areMany = waiting.areMany(end);
    if (areMany) {
      recorder.unanswered(waiting.waits(end, nowNanos));
      from = firstOpen();
    }
    for (long poll = from; poll < end; poll++) {
      long due = polls.dueNanos(poll);
      long micros = Math.max(0, (nowNanos - due) / 1_000);
      if (!areMany) {
        recorder.unanswered(micros);
      }
      timeline.unanswered(index, due, micros);
    }
    waiting.remove(end);
    recorder.heldBack(heldBack.until(nowNanos));
    if (end > 0) {
      silence.leave(nowNanos);
    }
  }

  /**
   * A copy of what is recorded now, as if the device left.
   *
   * @param ticks that are accounted for, the one in flight included
   * @param fromBin the first bin of the copy
   * @param toBin the bin after its last
   */
  Snapshot.Part snapshot(long ticks, long nowNanos, int fromBin, int toBin) {
    EndpointRecorder copy = recorder.copy();
    copy.heldBack(heldBack.until(nowNanos));
    return new Snapshot.Part(
        copy,
        planned(ticks) - copy.accountedFor(),
        planned(ticks) == 0 ? 0 : silence.summarise(nowNanos).nanos(),
        bins.summarise(fromBin, toBin),
        new Snapshot.Waiting(polls, waiting.first(), planned(ticks), nowNanos));
  }

  EndpointRecorder recorder() {
    return recorder;
  }

  BinSummary bin(int bin) {
    return bins.summarise(bin);
  }

  long silenceNanos() {
    return silence.summarise().nanos();
  }

  /** What the device saw, as far as its first {@code ticks} ticks. */
  EndpointSummary summarise(long ticks) {
    return recorder.summarise(planned(ticks), silenceNanos());
  }
}
