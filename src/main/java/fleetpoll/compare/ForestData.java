package fleetpoll.compare;

import fleetpoll.estimate.Estimate;
import fleetpoll.run.Decimals;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The picture with which a comparison's page opens: a plot a server that is compared, with a row a
 * figure.
 */
record ForestData(List<Plot> plots) {

  private static final int DECIMALS = 6;

  /**
   * One server against the reference.
   *
   * @param target its index
   * @param times figures that are ratios
   * @param points figures that are differences, in percentage points
   */
  record Plot(int target, List<Row> times, List<Row> points) {}

  /**
   * One figure.
   *
   * @param group its endpoint, or {@code server}
   * @param mean null if nothing can be claimed, as the ends of the interval are
   * @param rounds the numbers of those rounds that have one
   * @param kind better, worse or none
   * @param brief the mean, or the claim if there is none, as a reader sees it
   * @param text all of it, likewise
   */
  record Row(
      String group,
      String figure,
      Double mean,
      Double low,
      Double high,
      List<Double> rounds,
      String kind,
      String brief,
      String text) {}

  static ForestData of(Comparison comparison) {
    return new ForestData(
        comparison.reference().stream()
            .flatMap(reference -> comparison.targets().stream().filter(t -> !t.equals(reference)))
            .map(target -> plot(comparison, comparison.targets().indexOf(target)))
            .toList());
  }

  private static Plot plot(Comparison comparison, int target) {
    return new Plot(
        target, rows(comparison, target, Scale.TIMES), rows(comparison, target, Scale.POINTS));
  }

  private static List<Row> rows(Comparison comparison, int target, Scale scale) {
    return comparison.figures().stream()
        .filter(figure -> figure.targets().get(target).contrast().scale() == scale)
        .map(figure -> row(figure, figure.targets().get(target).contrast()))
        .toList();
  }

  private static Row row(FigureComparison figure, Contrast contrast) {
    Estimate estimate = contrast.estimate();
    boolean none = estimate == null;
    return new Row(
        ComparisonView.group(figure),
        figure.figure().text(),
        none ? null : Decimals.of(estimate.mean(), DECIMALS),
        none ? null : Decimals.of(estimate.low(), DECIMALS),
        none ? null : Decimals.of(estimate.high(), DECIMALS),
        contrast.byRound().stream()
            .filter(Objects::nonNull)
            .map(round -> Decimals.of(round, DECIMALS))
            .toList(),
        contrast.claim().isDifference() ? contrast.claim().name().toLowerCase(Locale.ROOT) : "none",
        none ? contrast.claim().text() : ContrastText.value(contrast),
        ContrastText.brief(contrast));
  }
}
