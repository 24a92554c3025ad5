package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.compare.ComparedRuns.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunOrderTest {

  private static final String UNEVEN =
      "The servers did not have each place in a round equally often, so an effect of the place is"
          + " not evened out.";

  /**
   * Each server is a letter, upper case if the run is INVALID; each begins after the one before.
   */
  private static String text(String... rounds) {
    List<ComparedRun> runs = new ArrayList<>();
    for (int round = 1; round <= rounds.length; round++) {
      for (String target : rounds[round - 1].split("")) {
        String name = target.toLowerCase(Locale.ROOT);
        Outcome outcome = name.equals(target) ? Outcome.of(1) : Outcome.of(1).invalid();
        runs.add(ComparedRuns.run(name, round, runs.size(), outcome));
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
        .isEqualTo("Order of the runs: a, b in rounds 1 and 3; b, a in round 2. " + UNEVEN);
  }

  @Test
  void onlyRoundsThatCountGiveAPlace() {
    assertThat(text("ab", "ba", "ab", "bA"))
        .isEqualTo("Order of the runs: a, b in rounds 1 and 3; b, a in rounds 2 and 4. " + UNEVEN);
    assertThat(text("ab", "ba", "aB"))
        .endsWith(
            "Each server had each place in a round equally often, of the rounds in which all have a"
                + " valid run.");
    assertThat(text("ab", "ba", "a"))
        .endsWith(
            "Each server had each place in a round equally often, of the rounds in which all have a"
                + " valid run.");
    assertThat(text("aB", "Ba")).endsWith(UNEVEN);
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
