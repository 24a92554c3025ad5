package fleetpoll.fleet;

import fleetpoll.config.TextPattern;
import fleetpoll.figure.Numbers;

/** Decides which values a request may contain, whoever has saved them. */
public final class SavedValue {

  /** A request with a longer one would be refused by most servers. */
  private static final int LONGEST = 16 * 1024;

  private SavedValue() {}

  /**
   * What is wrong with a value, without the value: it is a secret. Null if nothing is.
   *
   * @param place where it was found, the sentence's subject
   */
  public static String fault(String place, String value) {
    return value.length() > LONGEST || !TextPattern.NO_CONTROL.form().matcher(value).matches()
        ? "%s is longer than %s characters or contains control characters"
            .formatted(place, Numbers.count(LONGEST))
        : null;
  }
}
