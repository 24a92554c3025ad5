package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import fleetpoll.watch.Happening;

/**
 * Something that happened to the whole run.
 *
 * @param tS when it happened, in seconds since the measured window began
 * @param kind one word, such as {@code interrupted}
 * @param text a sentence
 */
public record Event(@JsonProperty("t_s") double tS, String kind, String text) {

  /** The kind of what speaks against comparing the run with its baseline. */
  public static final String OF_BASELINE = "baseline";

  /** The kind of a stall of the generator that is long enough to be an event. */
  public static final String OF_STALL = "stall";

  /** The kind of the end of a run whose generator ran out of memory. */
  public static final String OF_MEMORY = "out-of-memory";

  /** The event of a {@code happening}, with its time since the measured window began. */
  static Event of(Happening happening, long windowStartNanos) {
    return new Event(
        Decimals.seconds(happening.atNanos() - windowStartNanos),
        happening.kind(),
        happening.text());
  }
}
