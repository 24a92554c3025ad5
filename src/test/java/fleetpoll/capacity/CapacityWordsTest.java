package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.figure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityWordsTest {

  private static final String WITH = "success ≥ 99.9 % and service p99 of A ≤ 50 ms";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOUND | 357 | 375 | At least 357 devices, fewer than 375, with %s.",
        "TO | 20000 | | At least 20,000 devices, with %s: larger fleets were not tried.",
        "FROM | | 50 | Fewer than 50 devices, with %s: smaller fleets were not tried.",
        "FROM | | 1 | Fewer than 1 device, with %s: smaller fleets were not tried.",
        "GENERATOR | 400 | | At least 400 devices, with %s: the generator is the limit, so larger fleets are not decided.",
        "GENERATOR | 400 | 800 | At least 400 devices, fewer than 800, with %s: the generator is the limit, so sizes in between are not decided.",
        "GENERATOR | | | No number, with %s: the generator was the limit before the server was.",
        "UNFINISHED | 200 | 400 | So far at least 200 devices, fewer than 400, with %s: the search has not come to its end.",
        "UNFINISHED | | 400 | So far fewer than 400 devices, with %s: the search has not come to its end.",
        "UNFINISHED | | | No number so far, with %s: no size is decided."
      })
  void everyReasonHasItsSentence(Reason reason, Integer lower, Integer upper, String sentence) {
    assertThat(
            CapacityWords.answer(
                CapacityExamples.finding("falcon", reason, lower, upper), CapacityExamples.claim()))
        .isEqualTo(sentence.formatted(WITH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"357 | 375 | ≥ 357 and < 375", "357 | | ≥ 357", " | 50 | < 50", " | | -"})
  void boundsInSigns(Integer lower, Integer upper, String signs) {
    assertThat(CapacityWords.bounds(lower, upper)).isEqualTo(signs);
  }

  @Test
  void whatIsClaimedNamesItsEvidence() {
    assertThat(CapacityWords.rule(CapacityExamples.claim()))
        .isEqualTo(
            "What is claimed: a fleet of the lower bound's size meets these levels in trials of 30 s,"
                + " of which at most 1 of 3 may fail, or 2 of 6 if they contradict each other. The search tries sizes from 50 to 20,000, until"
                + " the bounds are at most 5 % apart.");
  }

  @Test
  void levelsOfEachKindHaveWords() {
    assertThat(
            List.of(
                new ClaimedLevel("slo.success", null, Figure.SUCCESS, 99.9, true).words(),
                new ClaimedLevel("slo.b.response.p99", "B", Figure.RESPONSE_P99, 1_500, false)
                    .words(),
                new ClaimedLevel("slo.server.memory", null, Figure.PEAK_MEMORY, 300e6, false)
                    .words()))
        .containsExactly(
            "success of each device ≥ 99.9 %",
            "response p99 of B ≤ 1,500 ms", "peak memory ≤ 300 MB");
  }
}
