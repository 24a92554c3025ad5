package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import fleetpoll.run.shard.ClockOffset;
import fleetpoll.run.shard.Shard;
import java.util.List;
import java.util.Optional;

/** Says which part of its fleet a run was about. */
final class ShardText {

  private ShardText() {}

  /** A sentence; empty for a whole fleet. */
  static Optional<String> of(Run run) {
    return run.isPart() ? Optional.of(of(run.shard(), run.devices())) : Optional.empty();
  }

  private static String of(Shard shard, List<String> devices) {
    String last = devices.get(devices.size() - 1);
    return "Shard %s of %s: %s%s, one in %s of the fleet's %s%s."
        .formatted(
            shard.index() + 1,
            shard.count(),
            devices.get(0),
            devices.size() == 1 ? "" : " to " + last,
            shard.count(),
            Numbers.counted(shard.fleetDevices(), "device"),
            clock(shard.clockOffset()));
  }

  private static String clock(ClockOffset offset) {
    if (offset == null) {
      return "";
    }
    return offset.exact()
        ? "; the server's clock was %s to %s ms ahead of the generator's"
            .formatted(Numbers.brief(offset.lowestMs()), Numbers.brief(offset.highestMs()))
        : ("; how far the server's clock was ahead of the generator's is not sure: by the Date of its"
                + " answers %s to %s ms, but these contradict each other, and both may be wrong")
            .formatted(Numbers.brief(offset.lowestMs()), Numbers.brief(offset.highestMs()));
  }
}
