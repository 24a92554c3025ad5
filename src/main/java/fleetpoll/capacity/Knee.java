package fleetpoll.capacity;

import fleetpoll.figure.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where times begin to bend: the smallest size from which on, at every larger size that was tried,
 * the p99 of an endpoint's response time is more than twice that of the smallest size. Of several
 * trials of a size the median counts, and a size counts only from where there are polls enough for
 * a p99. A fleet that bends two endpoints has its knee where the first one bends.
 *
 * @param endpoint that bends
 * @param base the smallest size that counts
 * @param baseMs the p99 there
 * @param before the largest size before the knee that was tried: the knee is above it
 * @param at the knee is at most this
 * @param atMs the p99 there
 */
record Knee(String endpoint, int base, double baseMs, int before, int at, double atMs) {

  private static final double TIMES = 2;

  /** A size and the p99 of one endpoint there. */
  private record Point(int devices, double ms) {}

  /** The knee of a target; empty if no endpoint bends within the sizes. */
  static Optional<Knee> of(List<SizeSummary> sizes) {
    return endpoints(sizes)
        .flatMap(endpoint -> of(endpoint, points(endpoint, sizes)).stream())
        .min(Comparator.comparingInt(Knee::at));
  }

  /** Whether there are sizes enough to tell whether there is a knee: two of each endpoint. */
  static boolean isKnown(List<SizeSummary> sizes) {
    return endpoints(sizes).findAny().isPresent()
        && endpoints(sizes).allMatch(endpoint -> points(endpoint, sizes).size() > 1);
  }

  private static Stream<String> endpoints(List<SizeSummary> sizes) {
    return sizes.stream()
        .flatMap(size -> size.trials().stream())
        .flatMap(trial -> trial.figures().endpoints().stream())
        .map(TrialFigures.Times::endpoint)
        .distinct();
  }

  private static Optional<Knee> of(String endpoint, List<Point> points) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Point base = points.get(0);
    int at =
        IntStream.iterate(points.size(), i -> i > 0, i -> i - 1)
            .takeWhile(i -> i == points.size() || points.get(i).ms > TIMES * base.ms)
            .min()
            .orElseThrow();
    return at == points.size()
        ? Optional.empty()
        : Optional.of(
            new Knee(
                endpoint,
                base.devices,
                base.ms,
                points.get(at - 1).devices,
                points.get(at).devices,
                points.get(at).ms));
  }

  private static List<Point> points(String endpoint, List<SizeSummary> sizes) {
    return sizes.stream()
        .map(
            size -> {
              Double ms = size.median(figures -> enough(endpoint, figures));
              return ms == null ? null : new Point(size.devices(), ms);
            })
        .filter(point -> point != null)
        .toList();
  }

  private static Double enough(String endpoint, TrialFigures figures) {
    return figures
        .times(endpoint)
        .filter(times -> !times.few())
        .map(TrialFigures.Times::responseP99Ms)
        .orElse(null);
  }

  /** In a sentence, with its rule. */
  String sentence() {
    return ("The knee is above %s and at most %s devices: from there on the response p99 of %s"
            + " stays above twice the %s ms that it was at %s (%s ms at %s).")
        .formatted(
            Numbers.count(before),
            Numbers.count(at),
            endpoint,
            Numbers.brief(baseMs),
            Numbers.counted(base, "device"),
            Numbers.brief(atMs),
            Numbers.count(at));
  }
}
