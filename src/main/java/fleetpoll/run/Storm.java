package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import fleetpoll.figure.Numbers;
import fleetpoll.record.StormSummary;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A storm, in which all devices dropped their connections at once.
 *
 * @param tS when, in seconds since the measured window began
 * @param devices that it struck; none of those that had not begun or had ended
 * @param back of these, how many have since polled successfully
 * @param allBackS how long it took until all of them had; null if some had not by the next storm or
 *     the end
 * @param koBy their polls that failed before they were back, by reason: those in flight are {@code
 *     dropped}
 */
public record Storm(
    @JsonProperty("t_s") double tS,
    long devices,
    long back,
    Double allBackS,
    Map<String, Long> koBy) {

  /** Its beginning, and its end where it has one. */
  public Stream<Event> events() {
    long missing = devices - back;
    String struck = Numbers.counted(devices, "device") + " dropped its connection.";
    if (devices != 1) {
      struck = Numbers.counted(devices, "device") + " dropped their connections.";
    }
    if (missing > 0) {
      struck +=
          " "
              + Numbers.counted(missing, "device")
              + " did not poll successfully again before the next storm or the end.";
    }
    Event begin = new Event(tS, "storm", struck);
    return allBackS == null
        ? Stream.of(begin)
        : Stream.of(
            begin,
            new Event(
                Decimals.of(tS + allBackS, 3),
                "storm-over",
                "Every device has polled again, %s s after the storm.".formatted(allBackS)));
  }

  /** As {@code summary} has it, on a clock on which the measured window begins later. */
  static Storm of(StormSummary summary, long windowStartNanos) {
    OptionalLong last = summary.lastBackNanos();
    boolean allBack = last.isPresent() && summary.back() == summary.devices();
    return new Storm(
        Decimals.seconds(summary.atNanos() - windowStartNanos),
        summary.devices(),
        summary.back(),
        allBack ? Decimals.seconds(last.getAsLong() - summary.atNanos()) : null,
        summary.koBy());
  }
}
