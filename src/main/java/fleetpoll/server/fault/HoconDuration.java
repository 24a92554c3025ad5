package fleetpoll.server.fault;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a duration as in {@code fleet.conf}: {@code 250ms} or {@code 2 s}; a bare number is
 * milliseconds.
 */
public final class HoconDuration {

  /** What {@link #parse} reads. */
  public static final String ALLOWED = "a duration from 0 ms to 1 h, such as 250ms, 2s or 1m";

  private static final Duration MAX = Duration.ofHours(1);

  /**
   * Cached: reading one takes as long as all the rest of a request, and clients repeat the same
   * ones.
   */
  private static final Map<String, Duration> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 1_000;

  private HoconDuration() {}

  /**
   * The duration that a text says.
   *
   * @throws IllegalArgumentException if the text is not {@value #ALLOWED}
   */
  public static Duration parse(String text) {
    Duration known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    Duration duration = read(text);
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(text, duration);
    }
    return duration;
  }

  private static Duration read(String text) {
    // The library reads NaN as 0.
    if (!text.strip().matches("[0-9.].*")) {
      throw refusal(text, null);
    }
    Duration duration;
    try {
      duration = ConfigValueFactory.fromAnyRef(text).atKey("duration").getDuration("duration");
    } catch (ConfigException | ArithmeticException e) {
      throw refusal(text, e);
    }
    if (duration.compareTo(MAX) > 0) {
      throw refusal(text, null);
    }
    return duration;
  }

  private static IllegalArgumentException refusal(String text, Exception cause) {
    return new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED, cause);
  }
}
