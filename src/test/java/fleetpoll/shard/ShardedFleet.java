package fleetpoll.shard;

import fleetpoll.config.Parameter;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Copies;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.shard.ClockOffset;
import fleetpoll.run.shard.Shard;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.shard.ShardSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The same polls of one fleet, stored by one generator and by several. */
public final class ShardedFleet {

  public static final int DEVICES = 10;
  public static final int SHARDS = 4;

  private ShardedFleet() {}

  /** The run of one generator that plays all devices. */
  public static Run whole(Path folder) {
    return RunExamples.write(
        new RunFolder(folder), fleet(ShardSettings.whole(DEVICES)), false, ShardedFleet::answer);
  }

  /** The folders of all shards' runs, in {@code parent}. */
  public static List<Path> shards(Path parent) throws IOException {
    return shards(parent, DEVICES, SHARDS);
  }

  /** The same of a fleet of another size. */
  public static List<Path> shards(Path parent, int devices, int count) throws IOException {
    for (int index = 0; index < count; index++) {
      shard(
          parent.resolve("shard-" + index),
          new ShardSettings(index, count, devices, Optional.empty()));
    }
    return IntStream.range(0, count).mapToObj(i -> parent.resolve("shard-" + i)).toList();
  }

  private static void shard(Path path, ShardSettings part) throws IOException {
    RunFolder folder = new RunFolder(path);
    Run run = RunExamples.write(folder, fleet(part), false, ShardedFleet::answer);
    Shard shard =
        new Shard(
            part.index(),
            part.count(),
            part.fleetDevices(),
            run.start(),
            run.start(),
            0.0,
            new ClockOffset(-20, 30 + part.index()));
    folder.write(Copies.with(Copies.with(run, "shard", shard), "uuid", path.toString()));
  }

  /** Changes what a shard's {@code run.json} says. */
  public static void change(Path folder, String component, Object value) throws IOException {
    RunFolder run = new RunFolder(folder);
    run.write(Copies.with(run.run(), component, value));
  }

  /** Moves a shard's measured window. */
  public static void later(Path folder, Duration by) throws IOException {
    Run run = new RunFolder(folder).run();
    change(folder, "start", run.start().plus(by));
    change(folder, "end", run.end().plus(by));
  }

  private static FleetSettings fleet(ShardSettings part) {
    FleetSettings fleet = RunExamples.fleet(part.ownDevices(), 10);
    List<Identity> own =
        IntStream.range(0, part.ownDevices())
            .mapToObj(place -> Identity.numbered(part.number(place), part.fleetDevices()))
            .toList();
    FleetSettings settings = Copies.with(Copies.with(fleet, "identities", own), "shard", part);
    return Copies.with(settings, "inForce", parameters(part));
  }

  private static List<Parameter> parameters(ShardSettings part) {
    return List.of(
        new Parameter("devices", Integer.toString(part.fleetDevices()), "conf", "10"),
        new Parameter("interval", "500 ms", "conf", "PT0.5S"),
        new Parameter("identities", "none", "conf", "none"),
        new Parameter("shard.count", Integer.toString(part.count()), "conf", null),
        new Parameter("shard.index", Integer.toString(part.index()), "conf", null),
        new Parameter("slo.success", "60%", "conf", "60.0"),
        new Parameter("slo.missed", "50%", "conf", "50.0"));
  }

  /** Device 5 fails often, device 3 is slow, and device 8 misses polls. */
  private static Answer answer(int device, int endpoint, long tick) {
    if (device == 4 && tick % 2 == 0) {
      return Answer.ko(Outcome.status(503), "not today");
    }
    if (device == 7 && tick % 5 == 3) {
      return null;
    }
    return Answer.ok((device == 2 ? 40_000 : 1_000) + 700 * endpoint + 130 * tick + 17 * device);
  }
}
