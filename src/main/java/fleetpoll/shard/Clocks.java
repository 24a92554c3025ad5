package fleetpoll.shard;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Event;
import fleetpoll.run.shard.ClockOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far apart the shards started, and how far apart their clocks were, as far as the server's
 * clock tells: it is the same for all.
 */
record Clocks(Shards shards) {

  private static final String KIND = "clocks";

  /**
   * Two rules; the first only warns if nobody asked for one start. Whatever they are apart makes
   * every poll of a shard early or late, so they may be apart as much as a poll may be late.
   *
   * @param lateness that is allowed
   */
  List<Check> checks(Duration lateness) {
    double limit = lateness.toNanos() / 1e6;
    Check start =
        Check.atMost(
            "shard.start",
            "time between the starts of the first and of the last shard",
            limit,
            startsApartMs(),
            Unit.MILLIS,
            shards.first().shard().startAt() == null ? Status.WARN : Status.FAIL);
    return leastApartMs()
        .map(
            least ->
                List.of(
                    start,
                    Check.atMost(
                        "shard.clocks",
                        "time by which the clocks of two shards were apart at the least",
                        limit,
                        least,
                        Unit.MILLIS,
                        Status.FAIL)))
        .orElse(List.of(start));
  }

  private double startsApartMs() {
    return 1e3 * shards.runs().stream().mapToDouble(shards::shiftS).max().orElse(0);
  }

  private List<ClockOffset> offsets() {
    return shards.runs().stream()
        .map(shard -> shard.shard().clockOffset())
        .filter(offset -> offset != null)
        .toList();
  }

  /** Between the two that surely differ the most; empty if fewer than two are known. */
  private Optional<Double> leastApartMs() {
    List<ClockOffset> known = offsets();
    double highestLow = known.stream().mapToDouble(ClockOffset::lowestMs).max().orElse(0);
    double lowestHigh = known.stream().mapToDouble(ClockOffset::highestMs).min().orElse(0);
    return known.size() < 2 ? Optional.empty() : Optional.of(Math.max(0, highestLow - lowestHigh));
  }

  private double mostApartMs() {
    List<ClockOffset> known = offsets();
    return known.stream().mapToDouble(ClockOffset::highestMs).max().orElse(0)
        - known.stream().mapToDouble(ClockOffset::lowestMs).min().orElse(0);
  }

  /** What is known about the clocks, as an event of the beginning. */
  Event event() {
    String unknown =
        shards.runs().stream()
            .filter(shard -> shard.shard().clockOffset() == null)
            .map(shard -> Integer.toString(shard.index() + 1))
            .collect(Collectors.joining(", "));
    String text =
        leastApartMs()
            .map(
                least ->
                    "By the server's Date, the clocks of the shards were at least %s and at most %s apart."
                        .formatted(millis(least), millis(mostApartMs())))
            .orElse("How far apart the clocks of the shards were is not known.");
    boolean isOneUnknown = !unknown.isEmpty() && leastApartMs().isPresent();
    return new Event(
        0,
        KIND,
        isOneUnknown ? text + " Those of shards %s are not known.".formatted(unknown) : text);
  }

  private static String millis(double value) {
    return Numbers.brief(value) + " ms";
  }
}
