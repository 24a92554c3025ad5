package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static List<Value> values(Double... values) {
    return Arrays.stream(values).map(v -> new Value(v, Value.Status.COUNTS)).toList();
  }

  private final List<Value> fast = values(1.0, 1.1, 0.9);
  private final List<Value> alike = values(1.1, 1.0, 1.0);
  private final List<Value> slow = values(9.0, 9.1, 8.9);

  @Test
  void equalsShareARankAndTheNextComesBehindBoth() {
    assertThat(Ranking.of(Figure.SERVICE_P99, List.of(slow, fast, alike))).containsExactly(3, 1, 1);
    assertThat(Ranking.of(Figure.THROUGHPUT, List.of(slow, fast, alike))).containsExactly(1, 2, 2);
  }

  @Test
  void invalidRunsAreNeverRanked() {
    List<Value> invalid = new ArrayList<>();
    for (Value value : fast) {
      invalid.add(new Value(value.value() / 100, Value.Status.INVALID));
    }

    assertThat(Ranking.of(Figure.SERVICE_P99, List.of(slow, fast, invalid)))
        .containsExactly(2, 1, null);
  }

  @Test
  void oneServerAloneIsNotTheFirstOfAny() {
    assertThat(Ranking.of(Figure.SERVICE_P99, List.of(fast, values(1.0))))
        .containsExactly(null, null);
  }

  @Test
  void aServerThatNobodyMeasuredDoesNotKeepTheOthersFromTheirRanks() {
    assertThat(Ranking.of(Figure.CPU_PER_REQUEST, List.of(slow, values(1.0, 1.0, 1.0, null), fast)))
        .containsExactly(2, null, 1);
  }

  @Test
  void twoRoundsRankNobody() {
    assertThat(Ranking.of(Figure.SERVICE_P99, List.of(values(1.0, 1.0), values(9.0, 9.0))))
        .containsExactly(null, null);
  }

  @Test
  void whereOnePairHasNoRatioNobodyIsRanked() {
    assertThat(Ranking.of(Figure.MISSED, List.of(values(0.0, 0.0, 0.0), fast, slow)))
        .containsExactly(null, null, null);
  }
}
