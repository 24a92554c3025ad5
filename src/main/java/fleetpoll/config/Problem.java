package fleetpoll.config;

import fleetpoll.text.Unseen;
import java.util.Optional;

/**
 * One thing that is wrong with a parameter.
 *
 * @param key as in its file; inside a list {@code clients[0].name}
 * @param value as it was written; empty if the key itself is the problem
 * @param allowed what the value must be, or what else is wrong
 * @param origin {@code conf/my.conf:12}, another file and line, or {@code -Dkey}
 */
public record Problem(String key, Optional<String> value, String allowed, String origin) {

  private static final int LONGEST_VALUE = 80;

  /** One line: {@code interval = 0 ms (-Dinterval): must be 1 ms to 1 h}. */
  @Override
  public String toString() {
    String written = value.map(v -> " = " + (v.isEmpty() ? "\"\"" : shortened(v))).orElse("");
    return Unseen.escaped(key + written + " (" + origin + "): " + allowed);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
  }
}
