package fleetpoll.target;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;

/** A duration as {@code fleet.conf} writes one: {@code 250ms}, {@code 2 s}; bare: milliseconds. */
final class HoconDuration {

  static final String ALLOWED = "a duration from 0 ms to 1 h, such as 250ms, 2s or 1m";

  private static final Duration MAX = Duration.ofHours(1);

  private HoconDuration() {}

  /**
   * @throws IllegalArgumentException when the text is not {@value #ALLOWED}
   */
  static Duration parse(String text) {
    Duration duration;
    try {
      duration = ConfigValueFactory.fromAnyRef(text).atKey("duration").getDuration("duration");
    } catch (ConfigException | ArithmeticException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED, e);
    }
    if (duration.isNegative() || duration.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED);
    }
    return duration;
  }
}
