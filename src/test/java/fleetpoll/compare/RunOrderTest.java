package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.compare.ComparedRuns.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOrderTest {

  /** Each server is a letter, each run begins after the one before. */
  private static String text(String... rounds) {
    List<ComparedRun> runs = new ArrayList<>();
    for (int round = 1; round <= rounds.length; round++) {
      for (String target : rounds[round - 1].split("")) {
        runs.add(ComparedRuns.run(target, round, runs.size(), Outcome.of(1)));
      }
    }
    return RunOrder.of(Comparison.of(runs)).text();
  }

  @Test
  void aLatinSquareGivesEachServerEachPlace() {
    assertThat(text("abc", "bca", "cab", "abc", "bca", "cab"))
        .isEqualTo(
            "Order of the runs: a, b, c in rounds 1 and 4; b, c, a in rounds 2 and 5;"
                + " c, a, b in rounds 3 and 6. Each server had each place in a round equally"
                + " often.");
  }

  @Test
  void anyOtherOrderDoesNot() {
    assertThat(text("ab", "ba", "ab"))
        .isEqualTo(
            "Order of the runs: a, b in rounds 1 and 3; b, a in round 2. The servers did not have"
                + " each place in a round equally often, so an effect of the place is not evened"
                + " out.");
  }

  @Test
  void withoutTurnsThereAreNoRounds() {
    List<ComparedRun> runs = new ArrayList<>();
    for (String target : List.of("a", "b")) {
      for (int round = 1; round <= 3; round++) {
        runs.add(ComparedRuns.run(target, round, runs.size(), Outcome.of(1)));
      }
    }

    assertThat(RunOrder.of(Comparison.of(runs)).text())
        .isEqualTo("Order of the runs, by their start: a 3 times, b 3 times.");
  }
}
