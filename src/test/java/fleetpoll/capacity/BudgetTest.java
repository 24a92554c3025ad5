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
  void learnsFromTheSlowestRun() {
    budget.took(s(30), s(45));
    budget.took(s(30), s(31));
    assertThat(budget.whole(s(10))).isEqualTo(s(25));
  }
}
