package fleetpoll.benchmark;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunSeconds;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures by how much the heap of a long run grows, with a clock that does not wait. Once a second
 * it does what a run does: it records the polls, settles the seconds, appends them and the samples.
 */
public final class LongRunMemory {

  private static final long SECOND = 1_000_000_000;
  private static final long MIB = 1 << 20;

  private LongRunMemory() {}

  /**
   * Prints the heap after a full collection at each tenth of a run of the default endpoints.
   *
   * @param args devices, hours and the interval in milliseconds
   */
  public static void main(String[] args) throws IOException {
    FleetSettings settings =
        FleetExamples.fleet(
            Integer.parseInt(args[0]),
            Duration.ofHours(Long.parseLong(args[1])),
            Duration.ofMillis(Long.parseLong(args[2])));
    FleetRecorder fleet = new FleetRecorder(settings);
    StallRecorder loop = fleet.eventLoop();
    loop.begin(0);
    fleet.devices().forEach(device -> device.livesOn(loop));
    RunSeconds seconds = new RunSeconds(settings, fleet, fleet::windowEndNanos);
    Path folder = Files.createTempDirectory("long-run-");
    seconds.open(new RunFolder(folder));
    long first = 0;
    long last = 0;
    long all = settings.duration().toSeconds();
    for (long second = 1; second <= all; second++) {
      pass(fleet, loop, second);
      seconds.add(samples(second * SECOND));
      if (second % Math.max(1, all / 10) == 0) {
        last = RecordMemory.usedBytes();
        first = first == 0 ? last : first;
        System.out.printf("%3d %%: %,d bytes%n", 100 * second / all, last);
      }
    }
    System.out.printf("grown by %.1f MiB%n", (double) (last - first) / MIB);
    Reference.reachabilityFence(fleet);
    Reference.reachabilityFence(seconds);
    delete(folder);
  }

  private static void pass(FleetRecorder fleet, StallRecorder loop, long second) {
    long now = second * SECOND;
    while (loop.dueNanos() < now) {
      // A stall of 12 ms every ten seconds.
      boolean stalls = second % 10 == 0 && loop.dueNanos() % SECOND == 0;
      loop.beat(loop.dueNanos() + (stalls ? 12_000_000 : 0));
    }
    for (DeviceRecorder device : fleet.devices()) {
      while (device.cursor().hasNext() && device.cursor().nextDueNanos() < now) {
        poll(device, second);
      }
    }
    fleet.settle(now);
  }

  private static void poll(DeviceRecorder device, long second) {
    long tick = device.cursor().take(device.cursor().nextDueNanos());
    long due = device.dueNanos(tick);
    Outcome outcome = second % 600 == 0 ? Outcome.status(503) : Outcome.OK;
    for (int e = 0; e < device.endpoints(); e++) {
      if (device.isDue(e, tick)) {
        long end = due + 1_000_000 + tick * 7_919 % 5_000_000;
        device.record(new Poll(e, due, due, due, end, 100, 160, Opening.NONE, outcome, "busy"));
      }
    }
  }

  private static List<Sample> samples(long atNanos) {
    return Stream.of(Source.values())
        .map(
            source ->
                new Sample(atNanos, source, 0.5, 90_000_000L, null, 0.0, 12, 512L, 1L, 1L, 1L, 1L))
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    for (String file : List.of(RunFolder.TIMELINE, RunFolder.SAMPLES)) {
      System.out.printf("%s: %,d bytes%n", file, Files.size(folder.resolve(file)));
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
  }
}
