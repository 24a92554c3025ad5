package fleetpoll.report;

import com.sun.management.OperatingSystemMXBean;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.RunFolder;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * Stores a run of 20,000 devices, 60 s long at an interval of 5 s, in the named folder, draws its
 * page and prints how many milliseconds of processor time that took, whatever else the machine
 * does. It runs in a JVM of its own, whose heap also contains the record of the run, as in a load
 * test.
 */
public final class LargeFleet {

  private static final FleetSettings SETTINGS =
      FleetExamples.fleet(20_000, Duration.ofSeconds(60), Duration.ofSeconds(5));

  private LargeFleet() {}

  public static void main(String[] folders) throws IOException {
    RunFolder folder = new RunFolder(Path.of(folders[0]));
    Random random = new Random(1);
    RunExamples.write(
        folder,
        SETTINGS,
        false,
        (device, endpoint, tick) ->
            random.nextInt(40) == 0
                ? Answer.ko(Outcome.status(503), "expected 200, got 503")
                : Answer.ok((long) (2_000 * Math.exp(random.nextGaussian()))));
    long start = processorNanos();
    DevicesPage.draw(folder);
    System.out.println((processorNanos() - start) / 1_000_000);
  }

  /** Processor time of the whole process: its compiler and its garbage collector count. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
