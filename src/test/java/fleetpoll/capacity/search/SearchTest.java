package fleetpoll.capacity.search;

import static fleetpoll.capacity.search.Outcome.FAILS;
import static fleetpoll.capacity.search.Outcome.GENERATOR;
import static fleetpoll.capacity.search.Outcome.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Finding.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final Goal GOAL = new Goal(50, 20_000, 0.05, 3, 1.0 / 3);

  /** 800 polls a second at 2.2 polls a second and device. */
  private static final double ORDINARY = 800 / 2.2;

  private static final int MOST_TRIALS = 16;

  @Test
  void needsFewTrialsOfAServerWithASharpLimit() {
    assertThat(search(server(ORDINARY))).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 51, 60, 99, 100, 101, 200, 363, 800, 1_600, 4_999.5, 12_799})
  void findsASharpLimit(double capacity) {
    List<Trial> trials = search(server(capacity));
    Finding finding = Search.soFar(GOAL, trials);
    assertThat(finding.reason()).isEqualTo(Reason.FOUND);
    int lower = finding.bounds().lower().orElseThrow();
    int upper = finding.bounds().upper().orElseThrow();
    assertThat(capacity).isGreaterThanOrEqualTo(lower).isLessThan(upper);
    assertThat(upper - lower).isLessThanOrEqualTo((int) Math.max(1, lower * GOAL.width()));
    assertThat(trials).hasSizeLessThanOrEqualTo(MOST_TRIALS);
  }

  @Test
  void findsEveryWholeCapacityWithinItsWidth() {
    int most = 0;
    for (int capacity = GOAL.from(); capacity < GOAL.to(); capacity += 71) {
      List<Trial> trials = search(server(capacity));
      Bounds bounds = Search.soFar(GOAL, trials).bounds();
      assertThat(bounds.lower().orElseThrow()).isLessThanOrEqualTo(capacity);
      assertThat(bounds.upper().orElseThrow()).isGreaterThan(capacity);
      most = Math.max(most, trials.size());
    }
    assertThat(most).as("the most trials").isEqualTo(17);
  }

  @Test
  void endsAtTheLargestSizeIfThatHolds() {
    List<Trial> trials = search(server(1e9));
    assertThat(Search.soFar(GOAL, trials)).isEqualTo(new Finding(Reason.TO, bounds(20_000, 0)));
    assertThat(sizes(trials))
        .containsExactly(50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000, 20_000);
  }

  @Test
  void endsAtTheSmallestSizeIfThatFails() {
    List<Trial> trials = search(server(49));
    assertThat(Search.soFar(GOAL, trials)).isEqualTo(new Finding(Reason.FROM, bounds(0, 50)));
    assertThat(sizes(trials)).containsExactly(50, 50);
  }

  @Test
  void endsWhereWholeDevicesEnd() {
    Goal small = new Goal(1, 100, 0.001, 1, 0);
    List<Trial> trials = search(small, server(6), 100);
    assertThat(Search.soFar(small, trials)).isEqualTo(new Finding(Reason.FOUND, bounds(6, 7)));
  }

  @Test
  void claimsNothingThatIsNotDecided() {
    List<Trial> one = List.of(new Trial(50, HOLDS));
    assertThat(Search.soFar(GOAL, one)).isEqualTo(new Finding(Reason.UNFINISHED, bounds(0, 0)));
    assertThat(Search.known(GOAL, one)).isEqualTo(new Known(bounds(0, 0), bounds(50, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 1",
    "3, 0, 3, 1",
    "3, 0.3333333333333333, 2, 2",
    "3, 0.5, 2, 2",
    "5, 0.2, 4, 2",
    "5, 0.4, 3, 3",
    "10, 0.3, 7, 4"
  })
  void classifiesWhateverTheRemainingTrialsSay(int trials, double exceed, int hold, int fail) {
    Goal goal = new Goal(50, 100, 0.05, trials, exceed);
    assertThat(new Tally(hold, 0).of(goal)).isEqualTo(Tally.Load.LOWER);
    assertThat(new Tally(hold - 1, 0).of(goal)).isNotEqualTo(Tally.Load.LOWER);
    assertThat(new Tally(0, fail).of(goal)).isEqualTo(Tally.Load.UPPER);
    assertThat(new Tally(0, fail - 1).of(goal)).isNotEqualTo(Tally.Load.UPPER);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, UNDECIDED",
    "1, 2, UNDECIDED",
    "3, 2, UNDECIDED",
    "4, 1, LOWER",
    "4, 2, LOWER",
    "1, 3, UPPER",
    "3, 3, UPPER"
  })
  void contradictingTrialsNeedMore(int held, int failed, Tally.Load load) {
    assertThat(new Tally(held, failed).of(GOAL)).isEqualTo(load);
  }

  @Test
  void aSizeOfWhichNoTrialMayFailIsNotRepeated() {
    assertThat(new Tally(2, 1).of(new Goal(50, 100, 0.05, 3, 0))).isEqualTo(Tally.Load.UPPER);
  }

  @Test
  void repeatsASizeWhoseTrialsContradictEachOther() {
    List<Trial> trials =
        trials(50, HOLDS, 100, FAILS, 71, HOLDS, 84, FAILS, 77, HOLDS, 80, HOLDS, 82, FAILS);
    assertThat(next(trials)).isEqualTo(new Step.Try(80));
    for (int failed = 0; failed < 3; failed++) {
      trials.add(new Trial(80, FAILS));
      assertThat(next(trials))
          .as("%d failed", failed)
          .isEqualTo(new Step.Try(failed < 2 ? 80 : 78));
    }
    assertThat(Search.likely(GOAL, trials)).isEqualTo(bounds(77, 80));
  }

  @Test
  void takesTheSmallestFailingSizeIfALargerOneHolds() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, HOLDS, 200, HOLDS, 400, FAILS);
    trials.addAll(trials(100, FAILS, 100, FAILS, 100, FAILS, 50, HOLDS));
    assertThat(Search.soFar(GOAL, trials).bounds()).isEqualTo(bounds(50, 100));
  }

  @Test
  void backsOffOnceIfTheGeneratorIsTheLimit() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, GENERATOR);
    assertThat(next(trials)).isEqualTo(new Step.Try(141));
    trials.add(new Trial(141, HOLDS));
    assertThat(next(trials)).isEqualTo(new Step.Try(200));
    trials.add(new Trial(200, GENERATOR));
    assertThat(next(trials)).as("decides what it claims").isEqualTo(new Step.Try(141));
    trials.add(new Trial(141, HOLDS));
    assertThat(next(trials)).isEqualTo(end(Reason.GENERATOR, bounds(141, 0)));
  }

  @Test
  void endsIfTheGeneratorIsStillTheLimitAfterItHasBackedOff() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, GENERATOR, 141, GENERATOR);
    assertThat(next(trials)).isEqualTo(new Step.Try(100));
    trials.add(new Trial(100, HOLDS));
    assertThat(next(trials)).isEqualTo(end(Reason.GENERATOR, bounds(100, 0)));
  }

  @Test
  void claimsNoNumberIfTheGeneratorCannotEvenDecideWhatHeld() {
    List<Trial> trials = trials(50, HOLDS, 100, GENERATOR, 71, GENERATOR, 50, GENERATOR);
    assertThat(next(trials)).isEqualTo(end(Reason.GENERATOR, bounds(0, 0)));
  }

  @Test
  void decidesTheNextSmallerSizeThatHeldIfTheGeneratorIsTheLimitAtALargerOne() {
    List<Trial> trials = trials(1_000, HOLDS, 2_000, HOLDS, 4_000, GENERATOR, 2_828, HOLDS);
    trials.addAll(trials(4_000, GENERATOR, 2_828, GENERATOR));
    assertThat(next(trials)).isEqualTo(new Step.Try(2_000));
    assertThat(next(and(trials, 2_000, HOLDS))).isEqualTo(end(Reason.GENERATOR, bounds(2_000, 0)));

    List<Trial> smaller = and(trials, 2_000, GENERATOR);
    assertThat(next(smaller)).isEqualTo(new Step.Try(1_000));
    assertThat(next(and(smaller, 1_000, HOLDS))).isEqualTo(end(Reason.GENERATOR, bounds(1_000, 0)));
    assertThat(next(and(smaller, 1_000, GENERATOR))).isEqualTo(end(Reason.GENERATOR, bounds(0, 0)));
  }

  @Test
  void leavesASizeWhoseTrialsContradictEachOtherIfTheGeneratorIsTheLimitThere() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, GENERATOR, 141, GENERATOR);
    trials.addAll(trials(100, FAILS));
    assertThat(next(trials)).isEqualTo(new Step.Try(100));
    trials.add(new Trial(100, GENERATOR));
    assertThat(next(trials)).isEqualTo(new Step.Try(50));
    trials.add(new Trial(50, HOLDS));
    assertThat(next(trials)).isEqualTo(end(Reason.GENERATOR, bounds(50, 0)));
  }

  @Test
  void usesTheLastTrialWhereTheGeneratorIsNotTheLimit() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, GENERATOR, 141, GENERATOR);
    trials.add(new Trial(100, GENERATOR));
    assertThat(Search.next(GOAL, trials, 1)).isEqualTo(new Step.Try(50));
  }

  @Test
  void triesTheSmallestSizeOnceMoreIfTheGeneratorIsTheLimitThere() {
    List<Trial> trials = trials(50, GENERATOR);
    assertThat(next(trials)).isEqualTo(new Step.Try(50));
    assertThat(next(and(trials, 50, GENERATOR))).isEqualTo(end(Reason.GENERATOR, bounds(0, 0)));
    assertThat(next(and(trials, 50, HOLDS))).isEqualTo(new Step.Try(100));
    assertThat(next(and(trials, 50, FAILS))).isEqualTo(new Step.Try(50));
  }

  @Test
  void backsOffNoFurtherThanToTheSmallestSize() {
    List<Trial> trials = trials(80, GENERATOR);
    assertThat(next(trials)).isEqualTo(new Step.Try(50));
    Goal larger = new Goal(100, 20_000, 0.05, 3, 1.0 / 3);
    assertThat(Search.next(larger, trials)).isEqualTo(new Step.Try(100));
  }

  @Test
  void goesOnIfTheGeneratorWasTheLimitOnlyOnce() {
    List<Trial> trials =
        trials(50, HOLDS, 100, GENERATOR, 71, HOLDS, 100, HOLDS, 200, GENERATOR, 141, HOLDS);
    assertThat(next(trials)).isEqualTo(new Step.Try(200));
    trials.add(new Trial(200, FAILS));
    assertThat(next(trials)).isEqualTo(new Step.Try(168));
  }

  @Test
  void doesNotMindTheGeneratorAboveTheServersLimit() {
    List<Trial> trials = trials(50, HOLDS, 100, GENERATOR, 71, FAILS);
    assertThat(next(trials)).isEqualTo(new Step.Try(60));
    trials.addAll(trials(60, GENERATOR, 55, HOLDS));
    assertThat(next(trials)).as("the one at 100 does not count").isEqualTo(new Step.Try(60));
  }

  @Test
  void letsNoTrialOfTheGeneratorBeAFailure() {
    for (double limit : new double[] {30, 70, 150, 333, 5_000}) {
      List<Trial> trials = search(size -> size > limit ? GENERATOR : HOLDS);
      Finding finding = Search.soFar(GOAL, trials);
      assertThat(finding.reason()).isEqualTo(Reason.GENERATOR);
      assertThat(finding.bounds().upper()).isEmpty();
      assertThat(finding.bounds().lower().orElse(0)).isLessThanOrEqualTo((int) limit);
    }
  }

  @Test
  void usesTheLastTrialsToDecideTheLowerBound() {
    List<Trial> trials = trials(50, HOLDS, 100, HOLDS, 200, FAILS, 141, HOLDS);
    assertThat(Search.next(GOAL, trials, 2)).isEqualTo(new Step.Try(168));
    assertThat(Search.next(GOAL, trials, 1)).isEqualTo(new Step.Try(141));
    trials.add(new Trial(141, HOLDS));
    assertThat(Search.next(GOAL, trials, 1)).isEqualTo(new Step.Try(168));
    assertThat(Search.next(GOAL, trials, 0)).isEqualTo(end(Reason.UNFINISHED, bounds(141, 0)));
  }

  @Test
  void goesOnWithAnotherGoal() {
    List<Trial> trials = trials(50, FAILS, 50, FAILS);
    assertThat(Search.next(new Goal(10, 20_000, 0.05, 3, 1.0 / 3), trials))
        .isEqualTo(new Step.Try(10));
    List<Trial> holds = search(new Goal(50, 400, 0.05, 3, 1.0 / 3), server(1e9), 20);
    assertThat(next(holds)).isEqualTo(new Step.Try(800));
    assertThat(Search.next(new Goal(50, 300, 0.05, 3, 1.0 / 3), holds))
        .isEqualTo(end(Reason.TO, bounds(400, 0)));
  }

  @Test
  void goesOnFromItsTrialsAlone() {
    List<Trial> trials = search(server(ORDINARY));
    for (int done = 0; done < trials.size(); done++) {
      assertThat(next(trials.subList(0, done))).isEqualTo(new Step.Try(trials.get(done).devices()));
    }
  }

  static IntFunction<Outcome> server(double capacity) {
    return size -> size > capacity ? FAILS : HOLDS;
  }

  private static List<Trial> search(IntFunction<Outcome> trial) {
    return search(GOAL, trial, 100);
  }

  static List<Trial> search(Goal goal, IntFunction<Outcome> trial, int most) {
    List<Trial> trials = new ArrayList<>();
    while (Search.next(goal, trials) instanceof Step.Try next) {
      assertThat(trials).as("it ends").hasSizeLessThan(most);
      trials.add(new Trial(next.devices(), trial.apply(next.devices())));
    }
    return trials;
  }

  private static Step next(List<Trial> trials) {
    return Search.next(GOAL, trials);
  }

  private static List<Trial> and(List<Trial> trials, int devices, Outcome outcome) {
    return Stream.concat(trials.stream(), Stream.of(new Trial(devices, outcome))).toList();
  }

  private static Step end(Reason reason, Bounds bounds) {
    return new Step.End(new Finding(reason, bounds));
  }

  private static List<Integer> sizes(List<Trial> trials) {
    return trials.stream().map(Trial::devices).toList();
  }

  /** Sizes and outcomes in turn. */
  private static List<Trial> trials(Object... sizesAndOutcomes) {
    List<Trial> trials = new ArrayList<>();
    IntStream.range(0, sizesAndOutcomes.length / 2)
        .mapToObj(
            i ->
                new Trial((Integer) sizesAndOutcomes[2 * i], (Outcome) sizesAndOutcomes[2 * i + 1]))
        .forEach(trials::add);
    return trials;
  }

  /** 0 is none. */
  private static Bounds bounds(int lower, int upper) {
    return new Bounds(
        lower == 0 ? OptionalInt.empty() : OptionalInt.of(lower),
        upper == 0 ? OptionalInt.empty() : OptionalInt.of(upper));
  }
}
