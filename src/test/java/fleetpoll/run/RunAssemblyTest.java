package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.StormSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Happening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunAssemblyTest {

  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;
  private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final FleetSettings settings =
      FleetExamples.stormy(
          FleetExamples.warmedUp(
              FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500)),
              Duration.ofSeconds(3)),
          new StormSettings(
              List.of(Duration.ofSeconds(2), Duration.ofSeconds(8)), Duration.ZERO, Duration.ZERO));
  private final FleetRecorder recorder = new FleetRecorder(settings);

  private Run run(long lastLeftNanos, Optional<Long> interruptedNanos, Happening... happenings) {
    return assembly(settings, recorder, lastLeftNanos, interruptedNanos, List.of(happenings)).run();
  }

  private static RunAssembly assembly(
      FleetSettings settings,
      FleetRecorder recorder,
      long lastLeftNanos,
      Optional<Long> interruptedNanos,
      List<Happening> happenings) {
    return new RunAssembly(
        "devicepollsimulation-20260101000000000",
        null,
        "http://127.0.0.1:8000",
        new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of()),
        settings,
        recorder,
        ORIGIN,
        lastLeftNanos,
        interruptedNanos,
        new Finding("process 4711", null, true, false),
        SampledWindow.of(
            ResourceExamples.samples(13),
            recorder.windowStartNanos(),
            Math.min(recorder.windowEndNanos(), lastLeftNanos)),
        happenings);
  }

  @Test
  void theWindowIsTheSchedulesWheneverTheLastDeviceLeaves() {
    for (long lastLeft : new long[] {12_500 * MILLI, 13 * SECOND, 43 * SECOND}) {
      Run run = run(lastLeft, Optional.empty());

      assertThat(run.start()).isEqualTo(ORIGIN.plusSeconds(3));
      assertThat(run.end()).isEqualTo(ORIGIN.plusSeconds(13));
      assertThat(run.interrupted()).isFalse();
    }
  }

  @Test
  void anInterruptionEndsTheWindowUnlessItIsOver() {
    assertThat(run(9 * SECOND + MILLI, Optional.of(9 * SECOND)).end())
        .isEqualTo(ORIGIN.plusSeconds(9));
    assertThat(run(20 * SECOND, Optional.of(19 * SECOND)).end()).isEqualTo(ORIGIN.plusSeconds(13));
  }

  @Test
  void aTimeOutAtTheEndLowersNoRateAndIsSaidApart() {
    recorder.devices().forEach(RunAssemblyTest::poll);
    assertThat(run(13 * SECOND, Optional.empty()).overtime()).isEqualTo(new Run.Overtime(0, 0));
    long due = recorder.device(1).dueNanos(19);
    recorder.device(1).record(timedOut(due, due + 3 * SECOND));
    recorder.device(0).record(timedOut(due, due + 2 * SECOND));

    Run run = run(due + 3 * SECOND, Optional.empty());

    assertThat(run.figure(Figure.THROUGHPUT)).isEqualTo(4.4);
    assertThat(run.overtime()).isEqualTo(new Run.Overtime(2, 2.75));
    assertThat(run.resources().generator().cpuCoresMean()).isEqualTo(0.35);
  }

  @Test
  void devicesThatPollTogetherLeaveEarlyAndDoubleNoRate() {
    FleetSettings together =
        SettingsLoader.load(
            Map.of(
                "devices",
                "2",
                "phase",
                "together",
                "warm-up",
                "0s",
                "interval",
                "500ms",
                "duration",
                "1s",
                "mix",
                "1:1"),
            Path.of(""));
    FleetRecorder polled = new FleetRecorder(together);
    polled.devices().forEach(RunAssemblyTest::poll);

    Run run = assembly(together, polled, SECOND / 2 + 5 * MILLI, Optional.empty(), List.of()).run();

    assertThat(run.end()).isEqualTo(ORIGIN.plusSeconds(1));
    assertThat(run.figure(Figure.THROUGHPUT, "A")).isEqualTo(4.0);
    assertThat(run.resources().target().cpuCoresMean()).isNotNull();
  }

  @Test
  void aStallAfterTheWindowCountsUntilTheLastDeviceHasLeft() {
    StallRecorder loop = recorder.eventLoop();
    loop.begin(12 * SECOND);
    loop.beat(12 * SECOND + 10 * MILLI);
    loop.begin(14 * SECOND);
    loop.beat(14 * SECOND + 810 * MILLI);

    assertThat(run(20 * SECOND, Optional.empty()).resources().generator().stallMsLongest())
        .isEqualTo(800.0);
    assertThat(run(20 * SECOND, Optional.empty()).resources().generator().stallMsTotal()).isZero();
    assertThat(run(13 * SECOND, Optional.empty()).resources().generator().stallMsLongest())
        .isZero();
  }

  private static Poll timedOut(long due, long end) {
    return new Poll(0, due, due, due, end, 0, 0, Opening.NONE, Outcome.TIMEOUT, "late");
  }

  @Test
  void aRunThatEndsInItsWarmUpHasAWindowOfNoLength() {
    Run run = run(SECOND, Optional.of(SECOND));

    assertThat(run.start()).isEqualTo(run.end()).isEqualTo(ORIGIN.plusSeconds(3));
    assertThat(run.storms()).isEmpty();
    assertThat(run.events())
        .extracting(Event::tS, Event::kind)
        .containsExactly(at(-2, "interrupted"));
  }

  @Test
  void whateverHappenedIsInOrderOfTimeSinceTheWindowBegan() {
    Run run =
        run(
            9 * SECOND,
            Optional.of(8_900 * MILLI),
            new Happening(7 * SECOND, "server-gone", "The server is gone."),
            new Happening(4 * SECOND, "live-lost", "Redis is away."));

    assertThat(run.interrupted()).isTrue();
    assertThat(run.events())
        .extracting(Event::tS, Event::kind)
        .containsExactly(
            at(1, "live-lost"), at(2, "storm"), at(4, "server-gone"), at(5.9, "interrupted"));
    assertThat(run.events().get(3).text()).isEqualTo("The run was interrupted.");
  }

  @Test
  void stormsThatWereStillToComeAreNoneOfTheRun() {
    assertThat(run(9 * SECOND, Optional.empty()).storms())
        .extracting(Storm::tS)
        .containsExactly(2.0);
    assertThat(run(13 * SECOND, Optional.empty()).storms())
        .extracting(Storm::tS)
        .containsExactly(2.0, 8.0);
  }

  @Test
  void totalsAndCostAreOfTheWholeFleet() {
    recorder.devices().forEach(RunAssemblyTest::poll);

    Run run = run(13 * SECOND, Optional.empty());

    assertThat(run.deviceBinS()).isEqualTo(0.5);
    assertThat(run.devices()).containsExactly("device-0001", "device-0002");
    assertThat(run.endpoints())
        .extracting(EndpointTotals::name, EndpointTotals::sent, EndpointTotals::balanced)
        .containsExactly(totals("A", 40), totals("B", 4));
    assertThat(run.resources().targetFound()).isEqualTo("process 4711");
    // 10 s of 0.3 to 0.36 cores over 44 requests.
    assertThat(run.resources().cpuMsPerRequest()).isBetween(60.0, 85.0);
  }

  @Test
  void nothingIsJudgedOrMissingYet() {
    Run run = run(13 * SECOND, Optional.empty());

    assertThat(run.verdict()).isEqualTo(Verdict.PENDING);
    assertThat(run.missing()).isEmpty();
    assertThat(run.schemaVersion()).isEqualTo(Run.SCHEMA_VERSION);
  }

  private static org.assertj.core.groups.Tuple at(double seconds, String kind) {
    return org.assertj.core.groups.Tuple.tuple(seconds, kind);
  }

  private static org.assertj.core.groups.Tuple totals(String name, long sent) {
    return org.assertj.core.groups.Tuple.tuple(name, sent, true);
  }

  private static void poll(DeviceRecorder device) {
    while (device.cursor().hasNext()) {
      long tick = device.cursor().take(device.cursor().nextDueNanos());
      long due = device.dueNanos(tick);
      for (int endpoint = 0; endpoint < 2; endpoint++) {
        if (device.isDue(endpoint, tick)) {
          device.record(
              new Poll(
                  endpoint, due, due, due, due + MILLI, 100, 160, Opening.NONE, Outcome.OK, null));
        }
      }
    }
  }
}
