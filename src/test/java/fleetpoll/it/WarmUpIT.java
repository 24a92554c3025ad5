package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Run;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the warm-up does to the measured window, which is nothing that is not recorded. */
@Tag("alone")
class WarmUpIT {

  /** What the event loops need, and not the threads that watch, write and print. */
  private static final Pattern POLLING =
      Pattern.compile("] (fleetpoll\\.(fleet|http|gatling|schedule)\\.|io\\.netty\\.)");

  @TempDir Path folder;

  /** The first answer outlasts the warm-up: its second tick must not be made up for. */
  @Test
  void aSlowTargetIsNotWarmedUpWithinTheMeasuredWindow() throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("slow.conf"),
            """
            mix = none
            endpoints = [{ name = Slow, path = /delay, query { min = 700ms, max = 700ms } }]
            """);
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "profile=" + profile,
                "devices=2",
                "phase=together",
                "interval=200",
                "warm-up=400ms",
                "duration=2s",
                "target=" + target.uri())) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output());

      assertThat(Counts.of(target.uri()).warmUp().requestsByDevice())
          .isEqualTo(Map.of("device-0001", 1L, "device-0002", 1L));
    }
  }

  /** It must send nothing before the window, and yet open its connections before. */
  @Test
  void aFleetThatOnlyPostsConnectsInTheWarmUp() throws Exception {
    Path profile =
        Files.writeString(
            folder.resolve("posts.conf"),
            """
            mix = none
            endpoints = [{ name = Report, method = POST, path = /report, status = 204 }]
            """);
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "profile=" + profile,
                "devices=3",
                "interval=200",
                "warm-up=1s",
                "duration=1s",
                "target=" + target.uri())) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Run run = new Ledger(gatling.runFolder()).balances().folder().run();

      assertThat(gatling.output()).contains("after a warm-up of 1 s that does not send Report");
      assertThat(run.endpoints().get(0).ok()).isBetween(8L, 15L);
      assertThat(run.endpoints().get(0).warmUpConnections().opened()).isEqualTo(3);
      assertThat(run.endpoints().get(0).connections().opened()).isZero();
      assertThat(Counts.of(target.uri()).warmUp().requestsByDevice()).isEmpty();
    }
  }

  /** Reading classes from files would delay the polls of the first ticks, and the first failure. */
  @Test
  void noPollWaitsForAClassEvenWithoutAWarmUp() throws Exception {
    List<String> loaded = loadedWhilePolling();
    for (int again = 0; again < 2 && !loaded.isEmpty(); again++) {
      // A machine that stands still as the fleet starts moves what belongs before it behind it.
      loaded = loadedWhilePolling();
    }
    assertThat(loaded).isEmpty();
  }

  private List<String> loadedWhilePolling() throws Exception {
    Path logs = folder.resolve("classes-%p.txt");
    try (GatlingProcess gatling =
        GatlingProcess.start(
            Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + logs + ":utctime"),
            folder,
            "devices=3",
            "interval=500",
            "phase=random",
            "seed=194", // no device is due before 390 ms
            "warm-up=0s",
            "duration=4s",
            "embedded.faults=device-0002=error:1/3")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isNotNegative();
      Run run = new Ledger(gatling.runFolder()).balances().folder().run();

      assertThat(run.endpoints().get(0).ko()).isPositive();
      Instant beforeTheFirstPoll = run.start().plusMillis(300);
      Instant beforeTheDevicesLeave = run.start().plusMillis(3_700);
      List<String> polling =
          Files.readAllLines(folder.resolve("classes-%d.txt".formatted(gatling.pid()))).stream()
              .filter(line -> POLLING.matcher(line).find())
              .toList();
      assertThat(polling).hasSizeGreaterThan(100);
      return polling.stream()
          .filter(line -> isBetween(line, beforeTheFirstPoll, beforeTheDevicesLeave))
          .toList();
    }
  }

  private static boolean isBetween(String line, Instant from, Instant to) {
    Instant loaded = Instant.parse(line.substring(1, 24) + "Z");
    return !loaded.isBefore(from) && loaded.isBefore(to);
  }
}
