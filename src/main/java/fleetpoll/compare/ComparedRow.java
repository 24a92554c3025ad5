package fleetpoll.compare;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Decimals;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row of {@code compare.csv}: one figure of one server in one round. The columns from {@code
 * ratio_mean} on are of all rounds together, so each round repeats them.
 *
 * @param judgement of the run; an invalid one has no ratio
 * @param endpoint null for a figure of the server
 * @param value null if it is not known
 * @param ratio to the reference in the same round
 * @param ratioMean geometric mean of the rounds' ratios; from three rounds on, as the next two
 * @param ratioLow lower end of its 95 % interval
 * @param ratioHigh its upper end
 * @param figure a {@link Figure}, and {@code claim} a {@link Claim} or {@code reference}, both in
 *     lower case
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
    String claim,
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
    boolean reference = comparison.reference().filter(target.target()::equals).isPresent();
    Ratio ratio = target.ratio();
    Estimate estimate = ratio == null ? null : ratio.estimate();
    int index = run.round() - 1;
    Unit unit = figure.figure().unit();
    return new ComparedRow(
        target.target(),
        run.round(),
        run.run().id(),
        word(run.run().verdict().judgement()),
        figure.endpoint(),
        word(figure.figure()),
        unit.text(),
        Decimals.of(unit.shown(target.rounds().get(index).value()), DECIMALS),
        ratio == null ? null : Decimals.of(ratio.byRound().get(index), DECIMALS),
        estimate == null ? null : Decimals.of(estimate.mean(), DECIMALS),
        estimate == null ? null : Decimals.of(estimate.low(), DECIMALS),
        estimate == null ? null : Decimals.of(estimate.high(), DECIMALS),
        reference ? REFERENCE : ratio == null ? null : word(ratio.claim()),
        target.rank());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
