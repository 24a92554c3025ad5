package fleetpoll.record;

import fleetpoll.schedule.Interleaving;
import fleetpoll.schedule.PollGrid;
import fleetpoll.schedule.TickGrid;
import fleetpoll.schedule.WaitingPolls;
import fleetpoll.settings.Share;
import fleetpoll.stall.StallRecorder;
import java.util.List;

/**
 * Records polls of no run before one, so that what recording needs is loaded and no poll of the run
 * waits for that.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /** A success, a failure and a miss of a device that does not exist, and their copy. */
  public static DeviceRecorder run() {
    TickGrid ticks = new TickGrid(0, 1, 2);
    Interleaving each = new Interleaving(Share.EVERY_TICK, 0);
    // Or the first success after a long outage would wait for it.
    new LatencyRecorder().record(new WaitingPolls(new PollGrid(ticks, each)).waits(2, 2));
    TimelineRecorder timeline = new TimelineRecorder(0, 1, 1, 0);
    ProgressRecorder progress =
        new ProgressRecorder(new OvertimeRecorder(1), new Openings.HandshakeRecorder());
    DeviceRecorder device =
        new DeviceRecorder(
            ticks, List.of(each), new Bins(0, 1, 1), timeline, List.of(progress), List.of());
    StallRecorder loop = new StallRecorder(1);
    loop.begin(0);
    loop.beat(3 * loop.dueNanos());
    device.livesOn(loop);
    device.cursor().take(0);
    device.record(poll(Outcome.TIMEOUT, "a rehearsal"));
    device.record(poll(Outcome.OK, null));
    device.cursor().skipBusy(1);
    Snapshot.none(1).add(Snapshot.of(device, 2, 0, 1).settle());
    device.leave(3);
    progress.recent();
    timeline.settle(2, 2, 2);
    timeline.summarise();
    return device;
  }

  private static Poll poll(Outcome outcome, String message) {
    return new Poll(0, 0, 0, 0, 2, 1, 1, Opening.NONE, outcome, message);
  }
}
