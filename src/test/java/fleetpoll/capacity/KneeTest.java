package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.CapacityExamples.Search;
import fleetpoll.capacity.TrialFigures.Times;
import fleetpoll.run.Copies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KneeTest {

  private static final Search SEARCH = new Search("falcon", 1_000);

  /** Trials with the p99 of A's response time in pairs of size and milliseconds. */
  private static List<SizeSummary> sizes(boolean few, int... pairs) {
    List<CapacityTrial> trials = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      CapacityTrial trial = SEARCH.trial(i, pairs[i]);
      Times times = new Times("A", 1.0, 2.0, (double) pairs[i + 1], few && i == 0);
      trials.add(
          Copies.with(trial, "figures", Copies.with(trial.figures(), "endpoints", List.of(times))));
    }
    return SizeSummary.of(trials);
  }

  @Test
  void theKneeIsWhereTimesStayAboveTwiceTheFirst() {
    assertThat(Knee.of(sizes(false, 50, 3, 100, 4, 200, 5, 400, 9, 300, 7)))
        .contains(new Knee("A", 50, 3, 200, 300, 7));
  }

  @Test
  void oneSlowSizeInBetweenIsNoKnee() {
    assertThat(Knee.of(sizes(false, 50, 3, 100, 40, 200, 5, 400, 6))).isEmpty();
    assertThat(Knee.of(sizes(false, 50, 3, 100, 40, 200, 5, 400, 7)))
        .contains(new Knee("A", 50, 3, 200, 400, 7));
  }

  @Test
  void theMedianOfASizeCounts() {
    assertThat(Knee.of(sizes(false, 50, 3, 100, 90, 100, 4, 100, 5))).isEmpty();
  }

  @Test
  void aSizeOfTooFewPollsDoesNotCount() {
    assertThat(Knee.of(sizes(true, 50, 1, 100, 4, 200, 5, 400, 8))).isEmpty();
    assertThat(Knee.of(sizes(true, 50, 1, 100, 4, 200, 5, 400, 9)))
        .contains(new Knee("A", 100, 4, 200, 400, 9));
  }

  @Test
  void whereNothingWasMeasuredThereIsNone() {
    assertThat(Knee.of(List.of())).isEmpty();
    assertThat(Knee.of(SizeSummary.of(List.of(SEARCH.generator(1, 50), SEARCH.generator(2, 900)))))
        .isEmpty();
  }

  @Test
  void theSentenceSaysBetweenWhichSizesItIs() {
    assertThat(new Knee("A", 50, 3, 200, 300, 7).sentence())
        .isEqualTo(
            "The knee is above 200 and at most 300 devices: from there on the response p99 of A stays"
                + " above twice the 3 ms that it was at 50 devices (7 ms at 300).");
  }
}
