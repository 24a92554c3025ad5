package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Phase;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.StormSettings;
import fleetpoll.settings.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetScheduleTest {

  @TempDir Path directory;

  private static final long MILLI = 1_000_000;

  @Test
  void theDefaultFleetPlansSixtySixThousandPollsAMinute() {
    Plan plan = Plan.of(fleet(500, Phase.SPREAD));

    assertThat(plan.endpoints())
        .containsExactly(new Plan.Endpoint("A", 60_000), new Plan.Endpoint("B", 6_000));
    assertThat(plan.ticks()).isEqualTo(60_000);
    assertThat(plan.requestsPerSecond()).isEqualTo(1_100);
    assertThat(plan.payloadBytesPerSecond()).isEqualTo(1_000 * 100 + 100 * 204_800);
  }

  @Test
  void whateverThePhaseEachDeviceHasTheSameTicks() {
    for (Phase phase : Phase.values()) {
      FleetSchedule schedule = new FleetSchedule(fleet(7, phase));
      assertThat(IntStream.range(0, 7).mapToLong(d -> schedule.ticks(d).ticks()))
          .containsOnly(120L);
    }
  }

  @Test
  void theRandomNumbersOfAPollDependOnNothingElse() {
    FleetSchedule schedule = new FleetSchedule(fleet(5, Phase.SPREAD));
    Set<Long> numbers = new HashSet<>();
    for (int device = 0; device < 5; device++) {
      for (int endpoint = 0; endpoint < 2; endpoint++) {
        for (long tick = -5; tick < 5; tick++) {
          SplittableRandom random = schedule.randomOfPoll(device, endpoint, tick);
          random.longs(10).forEach(numbers::add);
        }
      }
    }
    assertThat(numbers).hasSize(5 * 2 * 10 * 10);
    assertThat(new FleetSchedule(fleet(5, Phase.TOGETHER)).randomOfPoll(3, 1, 4).nextLong())
        .isEqualTo(schedule.randomOfPoll(3, 1, 4).nextLong());
  }

  @Test
  void spreadPhasesAreEvenAndTogetherIsTogether() {
    FleetSchedule spread = new FleetSchedule(fleet(5, Phase.SPREAD));
    assertThat(IntStream.range(0, 5).mapToLong(d -> spread.ticks(d).firstNanos()))
        .containsExactly(0L, 100 * MILLI, 200 * MILLI, 300 * MILLI, 400 * MILLI);
    FleetSchedule together = new FleetSchedule(fleet(5, Phase.TOGETHER));
    assertThat(IntStream.range(0, 5).mapToLong(d -> together.ticks(d).firstNanos()))
        .containsOnly(0L);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void theWindowContainsEveryTickAndItsRateIsThePlansWhateverThePhase(Phase phase) {
    FleetSchedule schedule = new FleetSchedule(fleet(7, phase));
    Plan plan = Plan.of(fleet(7, phase));

    assertThat(IntStream.range(0, 7).mapToLong(d -> schedule.ticks(d).dueNanos(119)))
        .allMatch(last -> last < schedule.windowEndNanos());
    assertThat(plan.polls() * 1e9 / schedule.windowEndNanos()).isEqualTo(plan.requestsPerSecond());
  }

  @Test
  void theWindowContainsTheRampAndWholeIntervalsOnly() {
    FleetSchedule schedule =
        new FleetSchedule(
            SettingsLoader.load(
                Map.of("warm-up", "3s", "ramp", "20s", "duration", "10.7s", "interval", "500ms"),
                Path.of("")));

    assertThat(schedule.windowEndNanos()).isEqualTo(33_500 * MILLI);
  }

  @Test
  void randomPhasesLieWithinAnIntervalAndRepeat() {
    long[] first = firsts(new FleetSchedule(fleet(1_000, Phase.RANDOM)));
    assertThat(first).isEqualTo(firsts(new FleetSchedule(fleet(1_000, Phase.RANDOM))));
    assertThat(LongStream.of(first)).allMatch(nanos -> nanos >= 0 && nanos < 500 * MILLI);
    assertThat(LongStream.of(first).average().orElseThrow()).isBetween(235e6, 265e6);
  }

  @Test
  void theRarePollsOfAFleetAreSpreadUnlessItsDevicesTickTogether() {
    FleetSchedule spread = new FleetSchedule(fleet(100, Phase.SPREAD));
    FleetSchedule together = new FleetSchedule(fleet(100, Phase.TOGETHER));
    FleetSchedule random = new FleetSchedule(fleet(100, Phase.RANDOM));
    for (long tick = 0; tick < 20; tick++) {
      assertThat(downloads(spread, tick)).isEqualTo(10);
      assertThat(downloads(random, tick)).isBetween(1L, 24L);
      assertThat(downloads(together, tick)).isEqualTo(tick % 10 == 9 ? 100 : 0);
    }
  }

  @Test
  void stormsCountFromTheMeasuredWindowAndEachDeviceIsBackAtItsOwnInstant() {
    StormSettings storm =
        new StormSettings(
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20)),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
    FleetSchedule schedule =
        new FleetSchedule(
            FleetExamples.stormy(
                FleetExamples.warmedUp(fleet(500, Phase.SPREAD), Duration.ofSeconds(5)), storm));

    assertThat(schedule.storms().atNanos()).containsExactly(15_000 * MILLI, 25_000 * MILLI);
    long[] first =
        IntStream.range(0, 500).mapToLong(d -> schedule.storms().backNanos(d, 0)).toArray();
    long[] second =
        IntStream.range(0, 500).mapToLong(d -> schedule.storms().backNanos(d, 1)).toArray();
    assertThat(LongStream.of(first)).allMatch(n -> n >= 17_000 * MILLI && n < 21_000 * MILLI);
    assertThat(LongStream.of(first).distinct().count()).isEqualTo(500);
    assertThat(LongStream.of(first).average().orElseThrow()).isBetween(18.8e9, 19.2e9);
    assertThat(IntStream.range(0, 500).filter(d -> second[d] - first[d] == 10_000 * MILLI))
        .isEmpty();
    assertThat(IntStream.range(0, 500).mapToLong(d -> schedule.storms().backNanos(d, 0)).toArray())
        .isEqualTo(first);
  }

  @Test
  void theWarmUpLiesBeforeTheFirstTickAndPollsAtLeastOnce() {
    FleetSettings slow =
        FleetExamples.warmedUp(
            FleetExamples.fleet(4, Duration.ofHours(2), Duration.ofHours(1)),
            Duration.ofSeconds(5));
    FleetSchedule schedule = new FleetSchedule(slow);
    for (int device = 0; device < 4; device++) {
      TickGrid warmUp = schedule.warmUpTicks(device);
      assertThat(warmUp.ticks()).isEqualTo(1);
      assertThat(warmUp.firstNanos()).isLessThan(5_000 * MILLI);
      assertThat(schedule.ticks(device).firstNanos()).isGreaterThanOrEqualTo(5_000 * MILLI);
    }
    assertThat(new FleetSchedule(fleet(4, Phase.SPREAD)).warmUpTicks(0).ticks()).isZero();
  }

  @Test
  void startsAreSpreadWithinTheWarmUpAndNoTickIsMoved() {
    String[] fleet = {"devices=10", "interval=500", "warm-up=4 s", "resolution=0 ms"};
    FleetSchedule schedule =
        new FleetSchedule(
            load(
                Stream.concat(Stream.of(fleet), Stream.of("warm-up-ramp=2 s"))
                    .toArray(String[]::new)));
    FleetSchedule plain = new FleetSchedule(load(fleet));

    assertThat(IntStream.range(0, 10).mapToLong(d -> schedule.warmUpTicks(d).firstNanos() / MILLI))
        .containsExactly(0L, 250L, 500L, 750L, 1_000L, 1_250L, 1_500L, 1_750L, 2_000L, 2_250L);
    assertThat(IntStream.range(0, 10).mapToLong(d -> schedule.warmUpTicks(d).ticks()))
        .containsExactly(8L, 7L, 7L, 6L, 6L, 6L, 5L, 5L, 4L, 4L);
    for (int device = 0; device < 10; device++) {
      TickGrid warmUp = schedule.warmUpTicks(device);
      TickGrid ticks = schedule.ticks(device);
      assertThat(ticks.firstNanos()).isEqualTo(plain.ticks(device).firstNanos());
      assertThat(warmUp.firstNanos() + warmUp.ticks() * 500 * MILLI)
          .isLessThanOrEqualTo(ticks.firstNanos());
    }
    assertThat(schedule.windowEndNanos()).isEqualTo(plain.windowEndNanos());
  }

  @Test
  void limitsThatAreTooLowAreObstaclesThatSayHowToRaiseThem() {
    Plan plan = Plan.of(fleet(5_000, Phase.SPREAD));

    assertThat(
            plan.obstacles(
                new Limits(OptionalLong.of(1_024), OptionalLong.of(1_000), 1_038_090_240)))
        .hasSize(2)
        .anyMatch(text -> text.contains("5,240") && text.contains("ulimit -n 5240"))
        .anyMatch(text -> text.contains("ip_local_port_range"));
    assertThat(
            plan.obstacles(
                new Limits(OptionalLong.of(5_240), OptionalLong.of(5_000), 1_038_090_240)))
        .isEmpty();
    assertThat(
            plan.obstacles(new Limits(OptionalLong.empty(), OptionalLong.empty(), 1_038_090_240)))
        .isEmpty();
  }

  @Test
  void aFleetThatDoesNotFitIntoTheHeapIsRefused() {
    Plan plan = Plan.of(fleet(50_000, Phase.SPREAD));

    assertThat(plan.heapBytes()).isEqualTo(1_300_000_000L);
    assertThat(plan.obstacles(heap(1_299_999_999)))
        .containsExactly(
            "50,000 devices need about 1,301 MB of heap, and this JVM may use 1,299 MB: raise it"
                + " (-Dgatling.jvmArgs=-Xmx1301m) or lower devices");
    assertThat(plan.obstacles(heap(1_300_000_000))).isEmpty();
  }

  @Test
  void whatDevicesRememberAndCheckIsInTheHeap() {
    long plain = heapOf("");
    assertThat(heapOf(", conditional = true")).isEqualTo(plain + 1_000_000);
    assertThat(heapOf(", check { contains = x }")).isEqualTo(plain + 2_000_000);
    assertThat(heapOf(", check { contains = x }", "client.checked-body=500B"))
        .isEqualTo(plain + 500_000);
    assertThat(heapOf("", "target=https://a.example")).isEqualTo(plain + 5_000_000);
  }

  /** Of a thousand devices. */
  private long heapOf(String endpoint, String... properties) {
    return Plan.of(
            new Workspace(directory)
                .loadProfile(
                    "devices = 1000\nmix = none\nendpoints = [{ name = A, path = /, bytes = 2000"
                        + endpoint
                        + " }, { name = B, path = /, bytes = 9000 }]",
                    properties))
        .heapBytes();
  }

  @Test
  void aRunOfDaysNeedsNoMoreThanWiderCounters() {
    long minutes = heapBytes(Duration.ofMinutes(10));
    long day = heapBytes(Duration.ofDays(1));

    assertThat(day).isEqualTo(minutes + 100 * 7_000);
    assertThat(heapBytes(Duration.ofDays(7))).isEqualTo(day + 100 * 7_000);
    assertThat(heapBytes(Duration.ofDays(14))).isEqualTo(heapBytes(Duration.ofDays(7)));
  }

  private static long heapBytes(Duration duration) {
    return Plan.of(FleetExamples.fleet(100, duration, Duration.ofMillis(500))).heapBytes();
  }

  private static Limits heap(long bytes) {
    return new Limits(OptionalLong.empty(), OptionalLong.empty(), bytes);
  }

  @Test
  void eachLocalAddressHasPortsOfItsOwn() {
    Plan plan = Plan.of(load("devices=5001", "local-addresses=127.0.0.2,127.0.0.3"));

    assertThat(plan.obstacles(limitedTo(2_501))).isEmpty();
    assertThat(plan.obstacles(limitedTo(2_500)))
        .containsExactly(
            "5,001 devices need as many local ports, and there are 5,000: widen the range (sysctl"
                + " net.ipv4.ip_local_port_range=\"1024 65535\"), let them connect from more of this"
                + " machine's addresses (local-addresses) or lower devices");
    assertThat(Plan.of(load("devices=5001")).obstacles(limitedTo(5_000))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theTicksOfAFleetBeginOnSlots(Phase phase) {
    for (int slotMillis : new int[] {1, 7, 100}) {
      long slot = slotMillis * MILLI;
      FleetSchedule slots = new FleetSchedule(rampedUp(phase, slotMillis));
      FleetSchedule exact = new FleetSchedule(rampedUp(phase, 0));
      for (int device = 0; device < 77; device++) {
        long first = slots.ticks(device).firstNanos();
        assertThat(first % slot).isZero();
        assertThat(exact.ticks(device).firstNanos() - first).isBetween(0L, slot - 1);
        long warmUp = slots.warmUpTicks(device).firstNanos();
        assertThat(warmUp % slot).isZero();
        assertThat(exact.warmUpTicks(device).firstNanos() - warmUp).isBetween(0L, slot - 1);
      }
    }
  }

  @Test
  void withoutSlotsNoTickIsMoved() {
    FleetSchedule exact = new FleetSchedule(rampedUp(Phase.SPREAD, 0));

    assertThat(IntStream.range(0, 77).mapToLong(d -> exact.ticks(d).firstNanos()))
        .containsExactly(
            IntStream.range(0, 77)
                .mapToLong(
                    d -> 2_000 * MILLI + Math.round(1_000e6 * d / 77) + Math.round(500e6 * d / 77))
                .boxed()
                .toArray(Long[]::new));
  }

  private static FleetSettings rampedUp(Phase phase, int slotMillis) {
    return load(
        "devices=77",
        "interval=500",
        "warm-up=2 s",
        "ramp=1 s",
        "phase=" + phase,
        "resolution=" + slotMillis);
  }

  private static Limits limitedTo(long localPorts) {
    return new Limits(OptionalLong.empty(), OptionalLong.of(localPorts), 1_038_090_240);
  }

  private static FleetSettings load(String... properties) {
    return SettingsLoader.load(
        Stream.of(properties)
            .map(property -> property.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
        Path.of(""));
  }

  private static FleetSettings fleet(int devices, Phase phase) {
    return FleetExamples.fleet(devices, Duration.ofMinutes(1), Duration.ofMillis(500), phase);
  }

  private static long[] firsts(FleetSchedule schedule) {
    return IntStream.range(0, 1_000).mapToLong(d -> schedule.ticks(d).firstNanos()).toArray();
  }

  private static long downloads(FleetSchedule schedule, long tick) {
    return IntStream.range(0, 100)
        .mapToObj(schedule::interleavings)
        .map(List::copyOf)
        .filter(endpoints -> endpoints.get(1).isDue(tick))
        .count();
  }
}
