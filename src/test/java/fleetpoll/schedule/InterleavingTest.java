package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.Share;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterleavingTest {

  @ParameterizedTest
  @CsvSource({"1,0", "1/10,0", "1/10,7", "2/3,0", "2/3,1", "3/7,5", "999999/1000000,3"})
  void anyWholePatternHoldsExactlyItsShare(String share, long offset) {
    Interleaving interleaving = new Interleaving(Share.parse(share), offset);
    int length = Math.min(interleaving.share().denominator(), 1_000);
    for (long from : new long[] {0, 1, 13}) {
      long due = LongStream.range(from, from + length).filter(interleaving::isDue).count();
      assertThat(interleaving.polls(from, from + length)).isEqualTo(due);
    }
    assertThat(LongStream.range(0, interleaving.polls(0, length)).map(interleaving::tick))
        .containsExactlyElementsOf(
            LongStream.range(0, length).filter(interleaving::isDue).boxed().toList());
    int whole = interleaving.share().denominator();
    assertThat(interleaving.polls(5, 5 + whole)).isEqualTo(interleaving.share().numerator());
  }

  @ParameterizedTest
  @CsvSource({"0,9", "3,6", "9,0"})
  void theOffsetMovesTheRarePoll(long offset, long tick) {
    Interleaving tenth = new Interleaving(Share.every(10), offset);
    assertThat(LongStream.range(0, 10).filter(tenth::isDue)).containsExactly(tick);
  }
}
