package fleetpoll.compare;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.estimate.Estimate;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Decimals;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row of {@code compare.csv}: one figure of one server in one round. The columns of means, ends
 * of intervals, claim and rank are of all rounds together, so each round repeats them. A figure has
 * either ratios or, if it is a share, differences in percentage points.
 *
 * @param judgement of the run; an invalid one is not compared
 * @param endpoint null for a figure of the server
 * @param value null if it is not known
 * @param ratio to the reference in the same round
 * @param ratioMean geometric mean of the rounds' ratios; from three rounds on, as the next two
 * @param ratioLow lower end of its 95 % interval
 * @param ratioHigh its upper end
 * @param difference to the reference in the same round
 * @param differenceMean mean of the rounds' differences; from three rounds on, as the next two
 * @param differenceLow lower end of its 95 % interval
 * @param differenceHigh its upper end
 * @param figure a {@link Figure}, and {@code claim} a {@link Claim} or {@code reference}, both in
 *     lower case
 * @param why nothing is claimed; null if the claim says all
 */
@JsonNaming(SnakeCaseStrategy.class)
record ComparedRow(
    String target,
    int round,
    String run,
    String judgement,
    String endpoint,
    String figure,
    String unit,
    Double value,
    Double ratio,
    Double ratioMean,
    Double ratioLow,
    Double ratioHigh,
    Double difference,
    Double differenceMean,
    Double differenceLow,
    Double differenceHigh,
    String claim,
    String why,
    Integer rank) {

  private static final String REFERENCE = "reference";

  /** More decimals than any of these figures is exact to. */
  private static final int DECIMALS = 6;

  /** The rows of a comparison, in the order of its figures, servers and rounds. */
  static Stream<ComparedRow> of(Comparison comparison) {
    return comparison.figures().stream()
        .flatMap(figure -> figure.targets().stream().flatMap(t -> rows(comparison, figure, t)));
  }

  private static Stream<ComparedRow> rows(
      Comparison comparison, FigureComparison figure, TargetFigure target) {
    return IntStream.rangeClosed(1, comparison.rounds())
        .mapToObj(round -> comparison.run(target.target(), round))
        .flatMap(run -> run.stream().map(found -> row(comparison, figure, target, found)));
  }

  private static ComparedRow row(
      Comparison comparison, FigureComparison figure, TargetFigure target, ComparedRun run) {
    Contrast contrast = target.contrast();
    int index = run.round() - 1;
    Unit unit = figure.figure().unit();
    Numbers ratios = Numbers.of(contrast, Scale.TIMES, index);
    Numbers differences = Numbers.of(contrast, Scale.POINTS, index);
    return new ComparedRow(
        target.target(),
        run.round(),
        run.run().id(),
        word(run.run().verdict().judgement()),
        figure.endpoint(),
        word(figure.figure()),
        unit.text(),
        Decimals.of(unit.shown(target.rounds().get(index).value()), DECIMALS),
        ratios.ofRound,
        ratios.mean,
        ratios.low,
        ratios.high,
        differences.ofRound,
        differences.mean,
        differences.low,
        differences.high,
        claim(comparison, target),
        contrast == null || contrast.why().isEmpty() ? null : contrast.why(),
        target.rank());
  }

  private static String claim(Comparison comparison, TargetFigure target) {
    boolean reference = comparison.reference().filter(target.target()::equals).isPresent();
    return reference
        ? REFERENCE
        : target.contrast() == null ? null : word(target.contrast().claim());
  }

  /** The numbers of one scale; all are null if the figure is on the other one. */
  private record Numbers(Double ofRound, Double mean, Double low, Double high) {

    private static final Numbers NONE = new Numbers(null, null, null, null);

    static Numbers of(Contrast contrast, Scale scale, int round) {
      if (contrast == null || contrast.scale() != scale) {
        return NONE;
      }
      Double ofRound = Decimals.of(contrast.byRound().get(round), DECIMALS);
      Estimate estimate = contrast.estimate();
      return estimate == null
          ? new Numbers(ofRound, null, null, null)
          : new Numbers(
              ofRound,
              Decimals.of(estimate.mean(), DECIMALS),
              Decimals.of(estimate.low(), DECIMALS),
              Decimals.of(estimate.high(), DECIMALS));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
