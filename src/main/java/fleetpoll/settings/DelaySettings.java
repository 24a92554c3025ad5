package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import java.time.Duration;

/**
 * How long the target waits before it answers: uniformly between two durations.
 *
 * @param min shortest
 * @param max longest, at least {@code min}
 */
public record DelaySettings(Duration min, Duration max) {

  private static final DurationRange RANGE = DurationRange.of("0 ms", "1 h").bare("ms");
  private static final String BETWEEN = "..";

  /**
   * Reads {@code 10ms..800ms}, or a single duration for both.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  static DelaySettings parse(String text) {
    int between = text.indexOf(BETWEEN);
    if (between < 0) {
      Duration same = RANGE.apply(text);
      return new DelaySettings(same, same);
    }
    Duration min = RANGE.apply(text.substring(0, between));
    Duration max = RANGE.apply(text.substring(between + BETWEEN.length()));
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException("must be least..most, such as 10ms..800ms");
    }
    return new DelaySettings(min, max);
  }
}
