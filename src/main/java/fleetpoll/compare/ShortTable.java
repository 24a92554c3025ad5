package fleetpoll.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures that fit a console and a pull request, one a row. Each server has a column with the
 * range of its valid rounds and, unless it is the reference, one that compares it.
 */
record ShortTable(List<String> header, List<List<Cell>> rows) {

  /**
   * @param struck whether it comes from invalid runs alone
   */
  record Cell(String text, boolean struck) {}

  static ShortTable of(Comparison comparison) {
    List<String> header = new ArrayList<>(List.of("figure"));
    for (String target : comparison.targets()) {
      header.add(target);
      if (isCompared(comparison, target)) {
        header.add("against " + comparison.reference().orElseThrow());
      }
    }
    return new ShortTable(
        header,
        comparison.figures().stream()
            .filter(FigureText::isShort)
            .map(figure -> row(comparison, figure))
            .toList());
  }

  private static List<Cell> row(Comparison comparison, FigureComparison figure) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell(FigureText.name(figure), false));
    for (TargetFigure target : figure.targets()) {
      String struck = FigureText.struck(figure.figure(), target);
      row.add(
          struck.isEmpty()
              ? new Cell(FigureText.marked(comparison, figure, target), false)
              : new Cell(struck, true));
      if (isCompared(comparison, target.target())) {
        row.add(new Cell(ContrastText.withClaim(target.contrast()), false));
      }
    }
    return row;
  }

  private static boolean isCompared(Comparison comparison, String target) {
    return comparison.reference().filter(reference -> !reference.equals(target)).isPresent();
  }
}
