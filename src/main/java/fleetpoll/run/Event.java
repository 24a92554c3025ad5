package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that happened to the whole run.
 *
 * @param tS when, in seconds since the measured window began
 * @param kind one word, such as {@code interrupted}
 * @param text a sentence
 */
public record Event(@JsonProperty("t_s") double tS, String kind, String text) {

  /** An event so many nanoseconds after the measured window began. */
  public static Event at(long nanos, String kind, String text) {
    return new Event(Decimals.seconds(nanos), kind, text);
  }
}
