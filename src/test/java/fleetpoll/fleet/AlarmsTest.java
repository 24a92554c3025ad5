package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A timer that only rings if the test makes it ring. */
class AlarmsTest {

  private long nowNanos;
  private final List<Long> timers = new ArrayList<>();
  private final List<String> woken = new ArrayList<>();
  private final Alarms alarms = new Alarms(() -> nowNanos, timers::add);

  /** Records that it was woken, and when. */
  private final class Named extends Alarms.Sleeper {
    private final String name;
    private long againNanos = -1;

    Named(String name) {
      this.name = name;
    }

    @Override
    void wake(long now) {
      woken.add(name + "@" + now);
      if (againNanos >= 0) {
        long again = againNanos;
        againNanos = -1;
        alarms.set(this, again);
      }
    }
  }

  private void ringAt(long nanos) {
    nowNanos = nanos;
    alarms.ring(nanos);
  }

  @Test
  void allThatIsDueIsWokenByOneTimerInTheOrderOfItsInstants() {
    alarms.set(new Named("c"), 30);
    alarms.set(new Named("a"), 10);
    alarms.set(new Named("b"), 10);
    assertThat(timers).containsExactly(30L, 10L);

    ringAt(10);
    assertThat(woken).containsExactlyInAnyOrder("a@10", "b@10");
    assertThat(timers).containsExactly(30L, 10L, 30L);

    ringAt(30);
    assertThat(woken).hasSize(3).contains("c@30");
    assertThat(timers).hasSize(3);
  }

  @Test
  void aTimerThatAnEarlierAlarmHasOvertakenIsIgnored() {
    alarms.set(new Named("late"), 30);
    alarms.set(new Named("early"), 10);
    ringAt(10);
    alarms.set(new Named("later"), 40);

    ringAt(30);
    alarms.ring(30);

    assertThat(woken).containsExactly("early@10", "late@30");
    assertThat(timers).containsExactly(30L, 10L, 30L, 40L);
  }

  @Test
  void whoSetsAnAlarmWhileItIsWokenIsWokenAgain() {
    Named sleeper = new Named("a");
    sleeper.againNanos = 20;
    alarms.set(sleeper, 10);

    ringAt(10);
    ringAt(20);

    assertThat(woken).containsExactly("a@10", "a@20");
  }

  @Test
  void whoIsDueIsWokenWithoutATimerToo() {
    alarms.set(new Named("a"), 10);
    alarms.set(new Named("b"), 20);
    nowNanos = 15;

    alarms.wakeDue();

    assertThat(woken).containsExactly("a@15");
  }

  @Test
  void alarmsThatAreTakenBackWakeNobodyAndCanBeSetAgain() {
    Named sleeper = new Named("a");
    alarms.set(sleeper, 10);
    alarms.set(new Named("b"), 10);

    alarms.clear();
    ringAt(10);
    assertThat(woken).isEmpty();

    alarms.set(sleeper, 20);
    ringAt(20);
    assertThat(woken).containsExactly("a@20");
  }

  @Test
  void whoThrowsWhenItIsWokenDoesNotSilenceTheOthers() {
    alarms.set(
        new Alarms.Sleeper() {
          @Override
          void wake(long now) {
            throw new IllegalStateException("woken");
          }
        },
        10);
    alarms.set(new Named("a"), 20);

    assertThatIllegalStateException().isThrownBy(() -> ringAt(10));
    ringAt(20);

    assertThat(timers).containsExactly(10L, 20L);
    assertThat(woken).containsExactly("a@20");
  }
}
