package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import fleetpoll.figure.Numbers;
import fleetpoll.record.StormSummary;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A storm, in which all devices dropped their connections at the same time.
 *
 * @param tS when it struck, in seconds since the measured window began
 * @param devices that it struck, without those that had not begun or had ended
 * @param back how many of these have since polled successfully
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

  /** Its beginning, and its end if it has one. */
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

  /** The storm of a {@code summary}, with its times since the measured window began. */
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
