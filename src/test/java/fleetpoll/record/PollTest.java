package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollTest {

  private static final long MICRO = 1_000;

  @Test
  void timesRunFromSentAndFromDue() {
    Poll poll = poll(10 * MICRO, 14 * MICRO, 40 * MICRO);

    assertThat(poll.serviceMicros()).isEqualTo(26);
    assertThat(poll.microsSince(10 * MICRO)).isEqualTo(30);
    assertThat(poll.latenessMicros()).isEqualTo(4);
  }

  @Test
  void aTimerThatFiredEarlyMakesNobodyWaitLessThanNothing() {
    Poll poll = poll(100 * MICRO, 20 * MICRO, 70 * MICRO);

    assertThat(poll.serviceMicros()).isEqualTo(50);
    assertThat(poll.microsSince(100 * MICRO)).isZero();
    assertThat(poll.latenessMicros()).isZero();
  }

  @Test
  void anOutcomeIsWhatItSays() {
    assertThat(new Outcome("ok").isOk()).isTrue();
    assertThat(Outcome.status(200).isOk()).isFalse();
  }

  private static Poll poll(long dueNanos, long sentNanos, long endNanos) {
    return new Poll(
        0, dueNanos, dueNanos, sentNanos, endNanos, 100, 160, Opening.NONE, Outcome.OK, null);
  }
}
