package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private Duration now = Duration.ofHours(7);
  private final Budget budget = new Budget(s(100), s(20), s(5), () -> now.toNanos());

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void countsWhatTheSearchTookBeforeItsInterruption() {
    now = now.plusSeconds(30);
    assertThat(budget.spent()).isEqualTo(s(50));
    assertThat(budget.left()).isEqualTo(s(50));
  }

  @Test
  void countsOnlyRunsThatEndInTime() {
    assertThat(budget.affordable(s(15))).isEqualTo(4);
    now = now.plusSeconds(61);
    assertThat(budget.affordable(s(15))).isZero();
  }

  @Test
  void isNeverLessThanNothing() {
    now = now.plusSeconds(1_000);
    assertThat(budget.left()).isZero();
    assertThat(budget.affordable(s(1))).isZero();
  }

  @Test
  void learnsFromTheLastRuns() {
    assertThat(budget.whole(s(10))).isEqualTo(s(15));
    budget.took(s(30), s(45));
    budget.took(s(30), s(31));
    assertThat(budget.whole(s(10))).as("the longer one of two").isEqualTo(s(25));
    budget.took(s(30), s(32));
    assertThat(budget.whole(s(10))).as("one slow run").isEqualTo(s(12));
    for (int run = 0; run < 5; run++) {
      budget.took(s(30), s(38));
    }
    assertThat(budget.whole(s(10))).as("all of the last are slow").isEqualTo(s(18));
  }
}
