package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four shards of 125 devices plan, device by device, what one generator of 500 plans. */
class ShardScheduleTest {

  private static final int DEVICES = 500;
  private static final int SHARDS = 4;

  /** Everything that a device's schedule says about it. */
  private record Planned(
      String id,
      List<Long> dues,
      List<Long> warmUp,
      List<Long> polls,
      List<List<Long>> pollTicks,
      List<Long> back,
      List<Long> backOffs,
      List<Long> random,
      long endNanos) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phase=spread",
        "phase=together",
        "phase=random",
        "phase=spread, jitter=300ms",
        "phase=random, jitter=500ms, resolution=0ms, seed=7",
        "phase=spread, ramp=7s, warm-up=3s",
        "phase=random, ramp=333ms, resolution=10ms",
        "phase=spread, warm-up=6s, warm-up-ramp=3s",
        "phase=spread, duty.on=3s, duty.off=2s",
        "phase=random, duty.on=3s, duty.off=2s, jitter=100ms",
        "phase=spread, storm.at=3s, storm.jitter=2s",
        "phase=spread, retry.first=1s, retry.jitter=50%",
        "phase=spread, mix=7:3",
        "phase=random, mix=3:1, interval=333ms"
      })
  void eachDeviceDoesTheSameAtTheSameInstant(String behavior) {
    FleetSettings whole = settings(behavior);
    FleetSchedule one = new FleetSchedule(whole);
    int own = 0;
    for (int index = 0; index < SHARDS; index++) {
      FleetSettings part =
          settings(behavior + ", shard.count=" + SHARDS + ", shard.index=" + index);
      FleetSchedule shard = new FleetSchedule(part);
      for (int place = 0; place < part.ownDevices(); place++) {
        int number = place * SHARDS + index;
        assertThat(planned(part, shard, place))
            .as("device %d", number)
            .isEqualTo(planned(whole, one, number));
      }
      assertThat(shard.endNanos()).isEqualTo(one.endNanos());
      assertThat(shard.windowEndNanos()).isEqualTo(one.windowEndNanos());
      assertThat(shard.storms().atNanos()).isEqualTo(one.storms().atNanos());
      own += part.ownDevices();
    }
    assertThat(own).isEqualTo(DEVICES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phase=spread", "phase=random, duty.on=3s, duty.off=2s", "mix=7:3"})
  void thePlansOfTheShardsAddUp(String behavior) {
    Plan whole = Plan.of(settings(behavior));
    List<Plan> parts =
        IntStream.range(0, 3)
            .mapToObj(index -> settings(behavior + ", shard.count=3, shard.index=" + index))
            .map(Plan::of)
            .toList();

    assertThat(parts).extracting(Plan::devices).containsExactly(167, 167, 166);
    assertThat(parts.stream().mapToLong(Plan::ticks).sum()).isEqualTo(whole.ticks());
    assertThat(parts.stream().mapToLong(Plan::polls).sum()).isEqualTo(whole.polls());
    assertThat(parts.stream().mapToDouble(Plan::requestsPerSecond).sum())
        .isCloseTo(whole.requestsPerSecond(), offset(1e-6));
  }

  private static FleetSettings settings(String behavior) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of("devices", "" + DEVICES, "duration", "20s", "target", "http://127.0.0.1:8000"));
    for (String property : behavior.split(", ")) {
      String[] pair = property.split("=", 2);
      properties.put(pair[0], pair[1]);
    }
    return SettingsLoader.load(properties, Path.of(""));
  }

  private static Planned planned(FleetSettings settings, FleetSchedule schedule, int place) {
    Identity identity = settings.identities().get(place);
    TickGrid grid = schedule.ticks(place);
    TickGrid warmUp = schedule.warmUpTicks(place);
    List<Interleaving> endpoints = schedule.interleavings(place);
    return new Planned(
        identity.id(),
        dues(grid),
        dues(warmUp),
        endpoints.stream().map(each -> each.polls(0, grid.ticks())).toList(),
        endpoints.stream().map(each -> ticks(each, grid)).toList(),
        IntStream.range(0, schedule.storms().atNanos().size())
            .mapToObj(storm -> schedule.storms().backNanos(place, storm))
            .toList(),
        schedule.retry().map(retry -> backOffs(retry, place)).orElse(List.of()),
        LongStream.range(-3, 10)
            .mapToObj(tick -> schedule.randomOfPoll(place, 1, tick).nextLong())
            .toList(),
        grid.endNanos());
  }

  private static List<Long> dues(TickGrid grid) {
    return LongStream.range(0, grid.ticks()).map(grid::dueNanos).boxed().toList();
  }

  private static List<Long> ticks(Interleaving endpoint, TickGrid grid) {
    return LongStream.range(0, grid.ticks()).filter(endpoint::isDue).boxed().toList();
  }

  private static List<Long> backOffs(RetrySchedule retry, int place) {
    List<Long> result = new ArrayList<>();
    for (int failures = 1; failures < 6; failures++) {
      result.add(retry.backOffNanos(place, failures, failures + 3));
    }
    return result;
  }
}
