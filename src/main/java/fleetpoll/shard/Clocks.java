package fleetpoll.shard;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Event;
import fleetpoll.run.shard.ClockOffset;
import java.time.Duration;
import java.util.ArrayList;
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
   * Whatever they are apart makes every poll of a shard early or late, so they may be apart as much
   * as a poll may be late.
   *
   * @param lateness that is allowed
   */
  List<Check> checks(Duration lateness) {
    double limit = lateness.toNanos() / 1e6;
    List<Check> checks = new ArrayList<>();
    CommonWindow together = CommonWindow.of(shards);
    if (!isAppointed() || !together.isWhole()) {
      Check start = start(limit);
      String advice = isAppointed() ? "" : " Give all shards one start-at.";
      checks.add(together.isWhole() ? start : start.failed(together.sentence() + advice));
    }
    if (shards.runs().size() > 1) {
      checks.add(clocks(limit));
    }
    return checks;
  }

  /** It only warns of parts that were out of step for a while. */
  private Check start(double limit) {
    return Check.atMost(
        "shard.start",
        "time between the starts of the first and of the last shard",
        limit,
        startsApartMs(),
        Unit.MILLIS,
        Status.WARN);
  }

  /** Then all have one first tick by their own clocks, and each says itself if it was too late. */
  private boolean isAppointed() {
    return shards.first().shard().startAt() != null;
  }

  /** It only warns of what is not sure, and of clocks that nobody asked to agree. */
  private Check clocks(double limit) {
    Optional<Double> least = leastApartMs();
    boolean isFar = least.filter(millis -> millis > limit).isPresent();
    boolean isSure = isAppointed() && offsets().stream().allMatch(ClockOffset::exact);
    Double measured = isFar || unknown().isEmpty() ? least.orElse(null) : null;
    Check check =
        Check.atMost(
            "shard.clocks",
            "time by which the clocks of two shards were apart at the least",
            limit,
            measured,
            Unit.MILLIS,
            isFar && isSure ? Status.FAIL : Status.WARN);
    return measured != null
        ? check
        : check.noted(
            "By the server's Date, the clock of each of these shards is unknown: %s."
                .formatted(unknown()));
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

  /** Numbers of the shards of whose clocks nothing is known, as people count them. */
  private String unknown() {
    return shards.runs().stream()
        .filter(shard -> shard.shard().clockOffset() == null)
        .map(shard -> Integer.toString(shard.index() + 1))
        .collect(Collectors.joining(", "));
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
    String text =
        leastApartMs()
            .map(
                least ->
                    "By the server's Date, the clocks of the shards were at least %s and at most %s apart."
                        .formatted(millis(least), millis(mostApartMs())))
            .orElse("How far apart the clocks of the shards were is not known.");
    if (leastApartMs().isPresent() && !offsets().stream().allMatch(ClockOffset::exact)) {
      text += " But its answers contradict each other, so both may be wrong.";
    }
    boolean isOneUnknown = !unknown().isEmpty() && leastApartMs().isPresent();
    return new Event(
        0,
        KIND,
        isOneUnknown ? text + " Those of shards %s are not known.".formatted(unknown()) : text);
  }

  private static String millis(double value) {
    return Numbers.brief(value) + " ms";
  }
}
