package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.compare.Value.Status;
import fleetpoll.figure.Figure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static List<Value> rounds(Status... rounds) {
    return Arrays.stream(rounds)
        .map(round -> round == Status.ABSENT ? Value.ABSENT : new Value(1.0, null, round))
        .toList();
  }

  private static Pairing pairing(Contender own) {
    return Pairing.of(own, Contenders.at("nginx", 0, 200, 400));
  }

  @Test
  void serversTakeTurnsInEitherOrder() {
    assertThat(pairing(Contenders.at("falcon", 100, 300, 500)).obstacle()).isEmpty();
    assertThat(pairing(Contenders.at("falcon", 60, 140, 460)).obstacle()).isEmpty();
  }

  @Test
  void oneServerAfterTheOtherHasNoPairs() {
    Pairing pairing = pairing(Contenders.at("falcon", 600, 800, 1_000));

    assertThat(pairing.obstacle()).contains(Claim.NOT_INTERLEAVED);
    assertThat(pairing.why()).isEqualTo("the runs did not take turns");
    List<Value> values = Contenders.values(9.0, 9.0, 9.0);
    Contrast contrast =
        Contrast.of(Figure.SERVICE_P99, values, Contenders.values(1.0, 1.0, 1.0), pairing);
    assertThat(contrast.byRound()).containsOnlyNulls();
    assertThat(contrast.estimate()).isNull();
  }

  @Test
  void oneTurnOutOfOrderIsEnough() {
    assertThat(pairing(Contenders.at("falcon", 100, 460, 520)).obstacle())
        .contains(Claim.NOT_INTERLEAVED);
  }

  @Test
  void runsAtTheSameTimeAreNoTurns() {
    for (Contender own :
        List.of(Contenders.at("falcon", 0, 200, 400), Contenders.at("falcon", 100, 259, 500))) {
      assertThat(pairing(own).obstacle()).contains(Claim.NOT_INTERLEAVED);
      assertThat(pairing(own).why()).isEqualTo("some runs were made at the same time");
    }
  }

  @Test
  void aRoundThatNobodyInterruptedIsLostByWhoeverLeftNoRun() {
    List<Value> died = rounds(Status.COUNTS, Status.COUNTS, Status.COUNTS, Status.ABSENT);
    List<Value> other = rounds(Status.COUNTS, Status.COUNTS, Status.COUNTS, Status.COUNTS);

    Pairing pairing =
        Pairing.of(Contenders.of("falcon", 0, died), Contenders.of("nginx", 1, other));

    assertThat(pairing.obstacle()).contains(Claim.LOST_ROUND);
    assertThat(pairing.why()).isEqualTo("round 4 of falcon left no run");
  }

  @Test
  void onlyTheRoundOfTheInterruptionIsStillToCome() {
    List<Value> other = rounds(Status.COUNTS, Status.COUNTS, Status.COUNTS, Status.COUNTS);
    Contender nginx = Contenders.of("nginx", 1, other, true);
    List<Value> toCome = rounds(Status.COUNTS, Status.COUNTS, Status.COUNTS, Status.ABSENT);
    List<Value> died = rounds(Status.COUNTS, Status.COUNTS, Status.ABSENT, Status.ABSENT);

    assertThat(Pairing.of(Contenders.of("falcon", 0, toCome, true), nginx).obstacle()).isEmpty();
    assertThat(Pairing.of(Contenders.of("falcon", 0, died, true), nginx).why())
        .isEqualTo("round 3 of falcon left no run");
  }

  @Test
  void everyLostRoundIsNamed() {
    List<Value> own = rounds(Status.INVALID, Status.COUNTS, Status.ABSENT, Status.COUNTS);
    List<Value> other = rounds(Status.COUNTS, Status.INVALID, Status.COUNTS, Status.COUNTS);

    Pairing pairing = Pairing.of(Contenders.of("falcon", 0, own), Contenders.of("nginx", 1, other));

    assertThat(pairing.rounds()).containsExactly(3);
    assertThat(pairing.obstacle()).contains(Claim.LOST_ROUND);
    assertThat(pairing.why())
        .isEqualTo(
            "round 1 of falcon was INVALID, round 3 of falcon left no run,"
                + " round 2 of nginx was INVALID");
    assertThat(pairing.ownLost()).isTrue();
  }
}
