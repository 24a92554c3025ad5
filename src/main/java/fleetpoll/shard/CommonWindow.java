package fleetpoll.shard;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Run;
import fleetpoll.run.SampledWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time in which all shards polled the server together: from the latest start of a measured
 * window to the earliest end.
 *
 * @param lengthS in seconds; 0 if there is none
 * @param longestS length of the longest measured window of a shard
 */
record CommonWindow(double lengthS, double longestS) {

  static CommonWindow of(Shards shards) {
    List<Run> runs = shards.runs().stream().map(ShardRun::run).toList();
    Instant latest = runs.stream().map(Run::start).max(Instant::compareTo).orElseThrow();
    Instant earliest = runs.stream().map(Run::end).min(Instant::compareTo).orElseThrow();
    double longest =
        runs.stream().mapToDouble(run -> seconds(run.start(), run.end())).max().orElseThrow();
    return new CommonWindow(Math.max(0, seconds(latest, earliest)), longest);
  }

  /**
   * Whether it is nearly the whole window of each shard, so that the server had the whole fleet.
   */
  boolean isWhole() {
    return lengthS >= SampledWindow.COVERED * longestS;
  }

  /** What is wrong if it is not. */
  String sentence() {
    double least = 100 * SampledWindow.COVERED;
    return ("All shards polled the server together in only %s of a measured window of %s s, and %s"
            + " are needed: the server did not carry the whole fleet.")
        .formatted(
            Unit.PERCENT.rounded(100 * lengthS / longestS, least),
            Numbers.brief(longestS),
            Unit.PERCENT.exactly(least));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
