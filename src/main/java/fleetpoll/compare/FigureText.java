package fleetpoll.compare;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes compared figures for readers. */
final class FigureText {

  /** The figures in a short table; the long ones contain all. */
  private static final List<Figure> SHORT =
      List.of(
          Figure.SUCCESS,
          Figure.MISSED,
          Figure.THROUGHPUT,
          Figure.SERVICE_P50,
          Figure.SERVICE_P99,
          Figure.RESPONSE_P99,
          Figure.CPU_PER_REQUEST,
          Figure.PEAK_MEMORY);

  /** Marks a percentile of too few polls. */
  static final String FEW = "~";

  private FigureText() {}

  /** Whether a short table shows it. */
  static boolean isShort(FigureComparison comparison) {
    return SHORT.contains(comparison.figure());
  }

  /** {@code A service p99 [ms]}. */
  static String name(FigureComparison comparison) {
    return "%s [%s]".formatted(comparison.text(), comparison.figure().unit().text());
  }

  /** The range, after {@link #FEW} if any of its values is a percentile of too few polls. */
  static String marked(Comparison comparison, FigureComparison figure, TargetFigure target) {
    String range = range(figure.figure(), target);
    return comparison.isOfFew(figure, target.target()) ? FEW + range : range;
  }

  /** Over the valid rounds: one value, or the least and the greatest; no mean of percentiles. */
  static String range(Figure figure, TargetFigure target) {
    return range(figure, target, Value::counts);
  }

  /** The same over the invalid rounds, if the server has no others; else empty. */
  static String struck(Figure figure, TargetFigure target) {
    return target.rounds().stream().anyMatch(Value::counts)
        ? ""
        : range(figure, target, value -> value.status() == Value.Status.INVALID);
  }

  private static String range(Figure figure, TargetFigure target, Predicate<Value> which) {
    List<Double> values =
        target.rounds().stream()
            .filter(which)
            .map(Value::value)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return Numbers.NONE;
    }
    String least = figure.unit().number(values.get(0));
    String greatest = figure.unit().number(values.get(values.size() - 1));
    return least.equals(greatest) ? least : least + " to " + greatest;
  }
}
