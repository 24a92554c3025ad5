package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Phase;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.behavior.DutySettings;
import fleetpoll.settings.behavior.RetrySettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ticks that are moved, and devices that are away: 100 ms between two ticks. */
class TickGridTest {

  private static final long MS = 1_000_000;

  private static FleetSchedule schedule(
      Phase phase, int devices, long millis, BehaviorSettings behavior) {
    FleetSettings fleet =
        FleetExamples.fleet(devices, Duration.ofMillis(millis), Duration.ofMillis(100), phase);
    return new FleetSchedule(FleetExamples.behaving(fleet, behavior));
  }

  private static BehaviorSettings jitter(long millis) {
    return new BehaviorSettings(
        Duration.ofMillis(millis), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static BehaviorSettings duty(long jitterMillis, long onMillis, long offMillis) {
    return new BehaviorSettings(
        Duration.ofMillis(jitterMillis),
        Optional.empty(),
        Optional.of(new DutySettings(Duration.ofMillis(onMillis), Duration.ofMillis(offMillis))),
        Optional.empty());
  }

  private static LongStream dues(TickGrid grid) {
    return LongStream.range(0, grid.ticks()).map(grid::dueNanos);
  }

  /** At each instant as many ticks are due as lie before it, one by one. */
  private static void assertDueByFits(TickGrid grid) {
    long[] dues = dues(grid).toArray();
    assertThat(dues).isSorted();
    for (long now = -50 * MS; now < grid.endNanos() + 300 * MS; now += 7 * MS) {
      long instant = now;
      assertThat(grid.dueBy(instant))
          .isEqualTo(LongStream.of(dues).filter(due -> due <= instant).count());
    }
  }

  @Test
  void jitterMovesEachTickWithinItsInterval() {
    TickGrid grid = schedule(Phase.TOGETHER, 1, 100_000, jitter(100)).ticks(0);

    double[] moved =
        LongStream.range(0, 1_000).mapToDouble(k -> grid.dueNanos(k) / 1e6 - k * 100).toArray();

    assertThat(Arrays.stream(moved)).allMatch(millis -> millis >= 0 && millis < 100);
    for (double third : new double[] {0, 33, 66}) {
      assertThat(Arrays.stream(moved).filter(m -> m >= third && m < third + 33).count())
          .isBetween(280L, 380L);
    }
    assertThat(grid.endNanos()).isEqualTo(100_000 * MS);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void theWindowContainsTheTicksThatJitterMoves(Phase phase) {
    FleetSchedule schedule = schedule(phase, 50, 2_000, jitter(100));

    assertThat(IntStream.range(0, 50).mapToLong(d -> schedule.ticks(d).dueNanos(19)))
        .allMatch(last -> last < schedule.windowEndNanos());
    assertThat(schedule.windowEndNanos()).isEqualTo(2_100 * MS);
  }

  @Test
  void jitterIsEachDevicesOwnAndTheSameForTheSameSeed() {
    FleetSchedule one = schedule(Phase.TOGETHER, 2, 10_000, jitter(50));
    FleetSchedule other = schedule(Phase.TOGETHER, 2, 10_000, jitter(50));

    assertThat(dues(one.ticks(0)).toArray())
        .isEqualTo(dues(other.ticks(0)).toArray())
        .isNotEqualTo(dues(one.ticks(1)).toArray());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void whatIsDueIsKnownWhateverMovesIt(Phase phase) {
    for (BehaviorSettings behavior :
        List.of(jitter(0), jitter(100), duty(0, 330, 270), duty(100, 330, 270))) {
      FleetSchedule schedule = schedule(phase, 5, 2_000, behavior);
      IntStream.range(0, 5).forEach(device -> assertDueByFits(schedule.ticks(device)));
    }
  }

  @Test
  void aDeviceTicksWhenItComesBackAndForWholeIntervals() {
    TickGrid grid = schedule(Phase.TOGETHER, 1, 1_500, duty(0, 330, 270)).ticks(0);

    assertThat(dues(grid).map(due -> due / MS))
        .containsExactly(0L, 100L, 200L, 600L, 700L, 800L, 1_200L, 1_300L, 1_400L);
    assertThat(grid.leavesBefore(2)).isFalse();
    assertThat(grid.leavesBefore(3)).isTrue();
    assertThat(grid.leavesNanos(3)).isEqualTo(330 * MS);
    assertThat(grid.isOpen(329 * MS)).isTrue();
    assertThat(grid.isOpen(330 * MS)).isFalse();
    assertThat(grid.isOpen(600 * MS)).isTrue();
    assertThat(LongStream.of(0, 2, 3, 8).map(k -> grid.leavesAfterNanos(k) / MS))
        .containsExactly(330L, 330L, 930L, 1_530L);
    assertThat(grid.endNanos()).isEqualTo(1_500 * MS);
  }

  /** Device 3 of 4 begins at 450 of 600 ms, as its phase says, and has left 120 ms before. */
  @Test
  void aDeviceMayBeginAway() {
    TickGrid grid = schedule(Phase.SPREAD, 4, 1_000, duty(0, 330, 270)).ticks(3);

    assertThat(grid.firstNanos()).isEqualTo(75 * MS);
    assertThat(dues(grid).map(due -> due / MS)).containsExactly(275L, 375L, 475L, 875L, 975L);
    assertThat(grid.leavesBefore(0)).isTrue();
    assertThat(grid.leavesNanos(0)).isEqualTo(75 * MS);
    assertThat(grid.leavesAfterNanos(0)).isEqualTo(605 * MS);
  }

  @Test
  void spreadDevicesAreNotAwayTogether() {
    FleetSchedule schedule = schedule(Phase.SPREAD, 60, 6_000, duty(0, 400, 200));

    for (long now = 100 * MS; now < 5_900 * MS; now += 10 * MS) {
      long instant = now;
      assertThat(IntStream.range(0, 60).filter(d -> schedule.ticks(d).isOpen(instant)).count())
          .isBetween(30L, 50L);
    }
  }

  @Test
  void thePlanCountsWhatTheDevicesPlan() {
    FleetSettings fleet =
        FleetExamples.behaving(
            FleetExamples.fleet(60, Duration.ofMinutes(1), Duration.ofMillis(100)),
            duty(0, 400, 200));
    FleetSchedule schedule = new FleetSchedule(fleet);
    Plan plan = Plan.of(fleet);

    assertThat(plan.ticks())
        .isEqualTo(IntStream.range(0, 60).mapToLong(d -> schedule.ticks(d).ticks()).sum());
    assertThat(plan.endpoints().get(0).polls()).isEqualTo(plan.ticks()).isBetween(23_900L, 24_100L);
    assertThat(plan.requestsPerSecond()).isCloseTo(440, within(0.001));
  }

  @Test
  void eachFurtherFailureKeepsADeviceAwayLonger() {
    RetrySettings retry = new RetrySettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(60), 20);

    assertThat(LongStream.of(1, 2, 3, 6, 7, 2_000).map(n -> retry.backOffNanos((int) n, 0.5) / MS))
        .containsExactly(1_000L, 2_000L, 4_000L, 32_000L, 60_000L, 60_000L);
    assertThat(retry.backOffNanos(1, 0) / MS).isEqualTo(800);
    assertThat(retry.backOffNanos(7, 1) / MS).isEqualTo(72_000);
  }
}
