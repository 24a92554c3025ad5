package fleetpoll.compare;

import static fleetpoll.compare.Contenders.shares;
import static fleetpoll.compare.Contenders.values;
import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static List<Integer> ranks(Figure figure, List<List<Value>> servers) {
    int rounds = servers.stream().mapToInt(List::size).max().orElseThrow();
    List<List<Value>> filled = servers.stream().map(values -> filled(values, rounds)).toList();
    List<Contender> contenders =
        IntStream.range(0, filled.size())
            .mapToObj(place -> Contenders.of("server", place, filled.get(place)))
            .toList();
    return Ranking.of(new Rivals(figure, filled, Rivals.pairings(contenders)));
  }

  private static List<Value> filled(List<Value> values, int rounds) {
    List<Value> all = new ArrayList<>(values);
    all.addAll(Collections.nCopies(rounds - values.size(), Value.ABSENT));
    return all;
  }

  private final List<Value> fast = values(1.0, 1.1, 0.9);
  private final List<Value> alike = values(1.1, 1.0, 1.0);
  private final List<Value> slow = values(9.0, 9.1, 8.9);

  @Test
  void equalsShareARankAndTheNextComesBehindBoth() {
    assertThat(ranks(Figure.SERVICE_P99, List.of(slow, fast, alike))).containsExactly(3, 1, 1);
    assertThat(
            ranks(
                Figure.SUCCESS,
                List.of(
                    shares(1_000, 900, 900, 900),
                    shares(1_000, 1_000, 1_000, 1_000),
                    shares(1_000, 999, 1_000, 1_000))))
        .containsExactly(3, 1, 1);
  }

  @Test
  void invalidRunsAreNeverRanked() {
    List<Value> invalid = new ArrayList<>();
    for (Value value : fast) {
      invalid.add(new Value(value.value() / 100, null, Value.Status.INVALID));
    }

    assertThat(ranks(Figure.SERVICE_P99, List.of(slow, fast, invalid))).containsExactly(2, 1, null);
  }

  @Test
  void oneServerAloneIsNotTheFirstOfAny() {
    assertThat(ranks(Figure.SERVICE_P99, List.of(fast, values(1.0)))).containsExactly(null, null);
  }

  @Test
  void aServerThatNobodyMeasuredDoesNotKeepTheOthersFromTheirRanks() {
    assertThat(ranks(Figure.CPU_PER_REQUEST, List.of(slow, values(1.0, 1.0, 1.0, null), fast)))
        .containsExactly(2, null, 1);
  }

  @Test
  void twoRoundsRankNobody() {
    assertThat(ranks(Figure.SERVICE_P99, List.of(values(1.0, 1.0), values(9.0, 9.0))))
        .containsExactly(null, null);
  }

  @Test
  void whereOnePairHasNoRatioNobodyIsRanked() {
    assertThat(ranks(Figure.CPU_PER_REQUEST, List.of(values(0.0, 0.0, 0.0), fast, slow)))
        .containsExactly(null, null, null);
  }

  @Test
  void nothingMissedIsARankToo() {
    assertThat(
            ranks(
                Figure.MISSED,
                List.of(
                    shares(6_000, 0, 0, 0), shares(6_000, 900, 880, 930), shares(6_000, 0, 0, 0))))
        .containsExactly(1, 3, 1);
  }

  @Test
  void whoLostARoundAloneHasNoRankAndTheOthersKeepTheirs() {
    List<Value> lost = new ArrayList<>(values(0.1, 0.1, 0.1));
    lost.add(new Value(0.1, null, Value.Status.INVALID));

    assertThat(
            ranks(
                Figure.SERVICE_P99,
                List.of(values(9.0, 9.1, 8.9, 9.0), lost, values(1.0, 1.1, 0.9, 1.0))))
        .containsExactly(2, null, 1);
  }
}
