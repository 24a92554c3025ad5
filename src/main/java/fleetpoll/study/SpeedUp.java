package fleetpoll.study;

import fleetpoll.figure.Numbers;
import fleetpoll.report.Durations;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much faster a client was than the client that sends requests one after the other.
 *
 * @param sequential the row of sync with as many requests; predicted if it was not run
 * @param concurrent the fastest row of the others
 */
record SpeedUp(StudyRow sequential, StudyRow concurrent) {

  private static final String SEQUENTIAL = "sync";
  private static final double MINUTE = 60;

  /**
   * The best client for each number of requests of sync that is more than one. Both cells must be
   * sound, or the one of sync only predicted: the time of a cell that failed is not that of its
   * requests.
   */
  static List<SpeedUp> best(List<StudyRow> rows) {
    return rows.stream()
        .filter(row -> row.client().equals(SEQUENTIAL) && row.n() > 1 && seconds(row).isPresent())
        .flatMap(
            sequential ->
                rows.stream()
                    .filter(row -> row.n() == sequential.n() && row.m() > 1 && row.isSound())
                    .min(Comparator.comparingDouble(StudyRow::wallS))
                    .map(concurrent -> new SpeedUp(sequential, concurrent))
                    .stream())
        .toList();
  }

  private static Optional<Double> seconds(StudyRow row) {
    Optional<Double> known =
        row.isPredictedOnly()
            ? Optional.ofNullable(row.predictedS())
            : Optional.ofNullable(row.wallS()).filter(measured -> row.isSound());
    return known.filter(seconds -> seconds > 0);
  }

  /** How many times as fast the client was. */
  double times() {
    return seconds(sequential).orElseThrow() / concurrent.wallS();
  }

  /** The speed-up in words. */
  String sentence() {
    return "%s: %s one after the other%s, %s with %s and limit %s: %s times as fast"
        .formatted(
            Numbers.counted(sequential.n(), "request"),
            words(seconds(sequential).orElseThrow()),
            sequential.isPredictedOnly() ? " (predicted)" : "",
            words(concurrent.wallS()),
            concurrent.client(),
            Numbers.count(concurrent.m()),
            Numbers.brief(times()));
  }

  private static String words(double seconds) {
    return seconds < MINUTE
        ? Numbers.brief(seconds) + " s"
        : Durations.rounded(Duration.ofMillis(Math.round(1_000 * seconds)));
  }
}
