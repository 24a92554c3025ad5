package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Trial;
import fleetpoll.schedule.Limits;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SearchPlanTest {

  @Test
  void saysWhatItSearchesAndForHowLong() {
    assertThat(plan(Map.of()).lines())
        .containsExactly(
            "search          the largest fleet from 50 to 10,000 devices for which the levels"
                + " hold, to 5%",
            "servers         embedded",
            "trial           30 s a device, after a warm-up of 5 s with starts spread over its"
                + " first 2.5 s; 5 s apart",
            "trials          at least 2, likely 12, at most 16; more if they contradict each"
                + " other or the generator is the limit",
            "time            about 1 min 27 s at least, likely 9 min, at most 1 h"
                + " (capacity.budget)");
  }

  @Test
  void severalTargetsTakeLonger() {
    assertThat(plan(Map.of("target", "falcon,channels", "capacity.budget", "20 m")).lines())
        .contains(
            "trials          at least 2, likely 12, at most 16 for each of the 2 servers; more if"
                + " they contradict each other or the generator is the limit",
            "time            about 3 min at least, likely 18 min, at most 20 min"
                + " (capacity.budget)");
  }

  @Test
  void theLargestTrialMustFitIntoThisMachine() {
    Limits limits = new Limits(OptionalLong.of(1_024), OptionalLong.of(5_000), 50_000_000);
    assertThat(plan(Map.of()).tooLarge(limits))
        .hasSize(3)
        .allMatch(obstacle -> obstacle.startsWith("capacity.to: 10,000 devices need "))
        .allMatch(obstacle -> obstacle.endsWith("lower capacity.to"));
    assertThat(plan(Map.of("capacity.to", "500", "capacity.from", "20")).tooLarge(limits))
        .singleElement()
        .asString()
        .contains("MB of heap");
  }

  @Test
  void theSmallestTrialMustBeLargeEnoughToJudge() {
    assertThat(tooSmall("capacity.from", "17")).isEmpty();
    assertThat(tooSmall("capacity.from", "16"))
        .containsExactly(
            "capacity.from: a trial of 16 devices has 960 ticks, and with fewer than 1,000"
                + " (validity.ticks) the generator is not judged, and what it did could count"
                + " against the server: raise capacity.from to 17, or capacity.trial");
    assertThat(tooSmall("slo.b.p99", "50 ms", "capacity.from", "167")).isEmpty();
    assertThat(tooSmall("slo.b.p99", "50 ms", "slo.b.response.p95", "50 ms"))
        .containsExactly(
            "capacity.from: a trial of 50 devices has 300 polls of B, and slo.b.p99 is judged only"
                + " with 1,000, as a p99 of fewer says too little: raise capacity.from to 167, or"
                + " capacity.trial");
  }

  private static List<String> tooSmall(String... keysAndValues) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return plan(properties).tooSmall();
  }

  @Test
  void theTimeLeftIsThatOfTheTrialsLeftAndOfTheBudget() {
    List<Trial> one = List.of(new Trial(50, Outcome.FAILS));
    assertThat(plan(Map.of()).left(List.of(one), Duration.ofHours(1)))
        .isEqualTo(Duration.ofSeconds(41));
    assertThat(plan(Map.of()).left(List.of(one), Duration.ofSeconds(7)))
        .isEqualTo(Duration.ofSeconds(7));
  }

  private static SearchPlan plan(Map<String, String> properties) {
    return SearchPlan.of(
        SettingsLoader.loadCapacity(
            properties,
            Path.of(""),
            new SettingsLoader.Experts(faults -> {}, path -> {}, pid -> true)));
  }
}
