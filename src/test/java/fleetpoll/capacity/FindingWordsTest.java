package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.CapacityExamples.Search;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.run.Check;
import fleetpoll.run.Copies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingWordsTest {

  private static final Search SEARCH = new Search("falcon", 365);

  private static List<String> words(List<CapacityTrial> trials, Integer lower, Integer upper) {
    return FindingWords.of(CapacityExamples.finding("falcon", Reason.FOUND, lower, upper), trials);
  }

  @Test
  void theLevelsThatBrokeAtTheUpperBoundAreNamedWithTheirTrials() {
    List<CapacityTrial> trials = new ArrayList<>(SEARCH.all(357, 375, 375));
    Check success = trials.get(2).levels().get(0);
    trials.set(2, Copies.with(trials.get(2), "levels", List.of(success)));

    assertThat(words(trials, 357, 375))
        .startsWith(
            "At 375 devices 2 of 2 trials failed: in 2 the share of polls sent that succeeded was"
                + " at worst 97.3 %, and slo.success asks for 99.9 %; in 1 the p99 service time of"
                + " A was 422 ms, and slo.a.p99 allows 50 ms.",
            "At 357 devices 1 of 1 trial held.");
  }

  @Test
  void theWorstOfSeveralTrialsIsShown() {
    List<CapacityTrial> trials = new ArrayList<>(SEARCH.all(375, 375));
    Check better = trials.get(1).levels().get(1);
    trials.set(
        1, Copies.with(trials.get(1), "levels", List.of(Copies.with(better, "measured", 9_999.0))));

    assertThat(SizeSummary.of(trials).get(0).broken())
        .extracting(level -> level.worst().measured())
        .contains(9_999.0);
  }

  @Test
  void aLevelThatWasNotJudgedIsNotClaimed() {
    CapacityTrial trial = SEARCH.trial(1, 357);
    Check doubted = trial.levels().get(1).doubted("Too few polls.");
    CapacityTrial few = Copies.with(trial, "levels", List.of(trial.levels().get(0), doubted));

    assertThat(words(List.of(few), 357, null))
        .contains(
            "At 357 devices 1 of 1 trial held, as far as could be judged: slo.a.p99 could not be.");
  }

  @Test
  void trialsThatContradictEachOtherAreTold() {
    List<CapacityTrial> trials = new ArrayList<>(SEARCH.all(357, 375));
    trials.add(new Search("falcon", 1_000).trial(3, 400));

    assertThat(words(trials, 357, 375))
        .contains(
            "Trials also held above the upper bound, at 400: the claim counts only what is below"
                + " the smallest size that fails.");
    assertThat(words(SEARCH.all(357, 375, 400), 357, 375))
        .noneMatch(sentence -> sentence.startsWith("Trials also held"));
  }

  @Test
  void whereTheGeneratorWasTheLimitAndWhatRaisesIt() {
    List<CapacityTrial> trials = List.of(SEARCH.generator(1, 800), SEARCH.generator(2, 566));

    assertThat(words(trials, null, null))
        .containsExactly(
            "The generator was the limit in 2 trials, first at 566 devices: The generator's longest"
                + " stall was 812 ms, and validity.stall allows 250 ms. The server on another"
                + " machine raises it, as both share 2 cores; or more generators (shards) on"
                + " machines of their own.",
            "The server's versions: Python 3.11.2, falcon 4.4.0.");
    TrialFigures elsewhere = Copies.with(trials.get(0).figures(), "cores", null);
    assertThat(words(List.of(Copies.with(trials.get(0), "figures", elsewhere)), null, null))
        .first()
        .asString()
        .endsWith("More generators (shards) on machines of their own raise it.");
  }

  @Test
  void aKneeNeedsTwoSizes() {
    assertThat(words(SEARCH.all(50, 50), null, null))
        .contains(
            "Whether there is a knee is not known: fewer than two sizes have polls enough for a"
                + " response p99 of each endpoint.")
        .noneMatch(sentence -> sentence.startsWith("No knee shows"));
    assertThat(words(SEARCH.all(200, 210), null, null))
        .contains(
            "No knee shows: at the largest size no response p99 is above twice that of the"
                + " smallest.");
  }

  @Test
  void theVersionsOfEachTrialOfWhichTheyAreKnownComeLast() {
    List<CapacityTrial> trials =
        List.of(
            SEARCH.generator(1, 800),
            Copies.with(SEARCH.generator(2, 566), "server", null),
            Copies.with(SEARCH.generator(3, 566), "server", List.of("falcon 3.1.1")));

    assertThat(words(trials, null, null))
        .last()
        .isEqualTo(
            "The server's versions: Python 3.11.2, falcon 4.4.0; in another trial falcon 3.1.1.");
    assertThat(words(trials.subList(1, 2), null, null))
        .noneMatch(sentence -> sentence.contains("versions"));
  }

  @Test
  void theNoteComesFirst() {
    TargetFinding finding = new TargetFinding("falcon", Reason.UNFINISHED, 50, 100, "Interrupted.");

    assertThat(FindingWords.of(finding, SEARCH.all(50, 100))).startsWith("Interrupted.");
  }
}
