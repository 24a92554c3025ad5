package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottlingProbeTest {

  private static final long SECOND = 1_000_000_000;

  private final List<Happening> happenings = new ArrayList<>();
  private long throttledNanos;
  private long atNanos;
  private final ThrottlingProbe probe =
      new ThrottlingProbe(0.5, () -> throttledNanos, happenings::add);

  private void second(long throttledMillis) {
    throttledNanos += throttledMillis * 1_000_000;
    assertThat(probe.sample(atNanos)).isEmpty();
    atNanos += SECOND;
  }

  private void seconds(long count, long throttledMillis) {
    for (long i = 0; i < count; i++) {
      second(throttledMillis);
    }
  }

  @Test
  void whatIsThrottledBeforeTheFirstSampleIsNotTheRuns() {
    second(5_000);
    seconds(10, 0);
    probe.end();

    assertThat(happenings).isEmpty();
  }

  @Test
  void tenMinutesAreOneHappening() {
    second(0);
    seconds(600, 310);
    assertThat(happenings).isEmpty();
    probe.end();

    assertThat(happenings)
        .containsExactly(
            new Happening(
                0,
                "throttled",
                "The generator was throttled for 186,000 ms within 600 s by its CPU quota (cores:"
                    + " 0.5)."));
  }

  @Test
  void aFewCalmSecondsSeparate() {
    seconds(2, 0);
    second(310);
    seconds(4, 0);
    second(20);
    seconds(5, 0);
    assertThat(happenings)
        .containsExactly(
            new Happening(
                SECOND,
                "throttled",
                "The generator was throttled for 330 ms within 6 s by its CPU quota (cores: 0.5)."));

    second(100);
    probe.end();

    assertThat(happenings).extracting(Happening::atNanos).containsExactly(SECOND, 12 * SECOND);
  }

  @Test
  void aFewMillisecondsAreNoNews() {
    second(0);
    seconds(100, 9);
    probe.end();
    assertThat(happenings).isEmpty();

    second(10);
    probe.end();
    assertThat(happenings).hasSize(1);
  }

  @Test
  void processorsThatAreThrottledTogetherDoNotAddUpToMoreThanTheTime() {
    second(0);
    second(1_700);
    probe.end();

    assertThat(happenings)
        .extracting(Happening::text)
        .containsExactly(
            "The generator was throttled for 1,000 ms within 1 s by its CPU quota (cores: 0.5).");
  }
}
