package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickCursorTest {

  private static final long INTERVAL = 500;

  private final List<String> missed = new ArrayList<>();
  private final TickCursor cursor =
      new TickCursor(
          new TickGrid(1_000, INTERVAL, 10),
          (from, to, cause) -> missed.add(from + ".." + (to - 1) + " " + cause));

  @Test
  void ticksInTimeAreHandedOutOneByOne() {
    for (long k = 0; k < 10; k++) {
      assertThat(cursor.nextDueNanos()).isEqualTo(1_000 + k * INTERVAL);
      assertThat(cursor.take(cursor.nextDueNanos())).isEqualTo(k);
    }
    assertThat(cursor.hasNext()).isFalse();
    assertThat(missed).isEmpty();
    assertThatThrownBy(() -> cursor.take(99_999)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ticksThatComeDueWhileBusyAreMissedAndNotFiredLate() {
    cursor.take(1_000);

    cursor.skipBusy(2_499);
    assertThat(missed).containsExactly("1..2 busy");
    assertThat(cursor.nextDueNanos()).isEqualTo(2_500);

    cursor.skipBusy(2_500);
    assertThat(missed).containsExactly("1..2 busy", "3..3 busy");
  }

  @Test
  void aTimerThatIsLateByLessThanAnIntervalMissesNothing() {
    assertThat(cursor.take(1_499)).isZero();
    assertThat(missed).isEmpty();
  }

  @Test
  void ofATimerThatIsLaterTheLatestTickGoesOutAndTheOlderAreTheGeneratorsFault() {
    assertThat(cursor.take(2_100)).isEqualTo(2);
    assertThat(missed).containsExactly("0..1 generator");
  }

  @Test
  void aTimerThatFiresEarlyTakesTheNextTick() {
    assertThat(cursor.take(999)).isZero();
    assertThat(missed).isEmpty();
  }

  @Test
  void nothingBeyondTheLastTickIsMissed() {
    cursor.take(1_000);
    cursor.skipBusy(1_000_000);

    assertThat(missed).containsExactly("1..9 busy");
    assertThat(cursor.hasNext()).isFalse();
    assertThat(cursor.next()).isEqualTo(10);
  }

  @Test
  void whatComesDueInABackOffIsMissedForThat() {
    cursor.take(1_000);

    cursor.skipBackOff(3);
    cursor.skipBackOff(2);

    assertThat(missed).containsExactly("1..2 back-off");
    assertThat(cursor.take(cursor.nextDueNanos())).isEqualTo(3);
  }

  @Test
  void beforeTheFirstTickNobodyIsBusy() {
    cursor.skipBusy(0);
    assertThat(missed).isEmpty();
  }
}
