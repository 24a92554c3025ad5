package fleetpoll.report;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes durations in words, such as 500 ms, 9.8 s, 10 min 30 s or 1 h 5 min, or as on a clock. */
public final class Durations {

  private Durations() {}

  /** Exact to the microsecond. */
  public static String exact(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return decimal(duration.toNanos() / 1_000, 3) + " ms";
    }
    StringBuilder text = new StringBuilder();
    append(text, Long.toString(duration.toHours()), "h");
    append(text, Integer.toString(duration.toMinutesPart()), "min");
    long microsPart = duration.toSecondsPart() * 1_000_000L + duration.toNanosPart() / 1_000;
    append(text, decimal(microsPart, 6), "s");
    return text.toString();
  }

  /** Rounded to a tenth of a second if it is longer than a second. */
  public static String rounded(Duration duration) {
    long millis = duration.toMillis();
    return exact(Duration.ofMillis(millis < 1_000 ? millis : (millis + 50) / 100 * 100));
  }

  /** Whole seconds as on a clock: 0:05, 10:00, 1:02:03. */
  static String clock(Duration duration) {
    int minutes = duration.toMinutesPart();
    String seconds = twoDigits(duration.toSecondsPart());
    return duration.toHours() > 0
        ? duration.toHours() + ":" + twoDigits(minutes) + ":" + seconds
        : minutes + ":" + seconds;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static void append(StringBuilder text, String number, String unit) {
    if (!number.equals("0")) {
      text.append(text.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
    }
  }

  private static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
  }
}
