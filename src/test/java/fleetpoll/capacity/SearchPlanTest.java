package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Trial;
import fleetpoll.schedule.Limits;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Duration;
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
                + " other",
            "time            about 1 min 27 s at least, likely 9 min, at most 1 h"
                + " (capacity.budget)");
  }

  @Test
  void severalTargetsTakeLonger() {
    assertThat(plan(Map.of("target", "falcon,channels", "capacity.budget", "20 m")).lines())
        .contains(
            "trials          at least 2, likely 12, at most 16 for each of the 2 servers; more if"
                + " they contradict each other",
            "time            about 3 min at least, likely 18 min, at most 20 min"
                + " (capacity.budget)");
  }

  @Test
  void theLargestTrialMustFitIntoThisMachine() {
    Limits limits = new Limits(OptionalLong.of(1_024), OptionalLong.of(5_000), 50_000_000);
    assertThat(plan(Map.of()).obstacles(limits))
        .hasSize(3)
        .allMatch(obstacle -> obstacle.startsWith("capacity.to: 10,000 devices need "))
        .allMatch(obstacle -> obstacle.endsWith("lower capacity.to"));
    assertThat(plan(Map.of("capacity.to", "500", "capacity.from", "5")).obstacles(limits))
        .singleElement()
        .asString()
        .contains("MB of heap");
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
