package fleetpoll.study;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.OneLine;
import fleetpoll.report.TextTable;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Summarises a concurrency study on the console, after its last cell. */
public final class StudyText {

  private static final List<String> HEADER =
      List.of(
          "client",
          "requests",
          "limit",
          "time [s]",
          "user [s]",
          "system [s]",
          "CPU [%]",
          "x",
          "least x",
          "residual [%]",
          "peak [MB]");

  /** What a cell is, and so what its figures do not say. */
  static final String ONE_RUN =
      "Each cell is one cold run: a client that has just started sends its requests once. The time"
          + " leaves the start out, CPU and memory contain it. One run has no interval: how far"
          + " another one would differ is not known.";

  private static final String PREDICTED = "~";

  private StudyText() {}

  /** The lines: a table of the cells, one line for each caution, and what concurrency costs. */
  public static List<String> lines(Study study, List<StudyRow> rows) {
    List<String> lines = new ArrayList<>(table(study, rows));
    if (rows.stream().anyMatch(StudyRow::isPredictedOnly)) {
      lines.add(PREDICTED + " predicted: n·t/m, and not run, as it takes longer than cell.limit");
    }
    rows.stream()
        .filter(StudyRow::isSkipped)
        .map(row -> row.client() + " " + OneLine.of(row.reason()))
        .distinct()
        .forEach(lines::add);
    rows.stream()
        .filter(StudyRow::isFaulty)
        .map(row -> row.title() + ": " + OneLine.of(row.reason()))
        .forEach(lines::add);
    lines.addAll(words(study, rows));
    lines.add(ONE_RUN);
    cautions(study, rows).forEach(caution -> lines.add("CAUTION: " + caution));
    return lines;
  }

  /** What concurrency costs each client, and how much faster it is, a sentence each. */
  static List<String> words(Study study, List<StudyRow> rows) {
    List<StudyCell> cells = StudyCell.of(study, rows);
    return Stream.concat(
            ClientFits.of(study, rows).entrySet().stream()
                .map(fit -> cost(fit.getKey(), fit.getValue(), cells)),
            SpeedUp.best(rows).stream().map(SpeedUp::sentence))
        .toList();
  }

  /** What speaks against the figures, a sentence each. */
  static List<String> cautions(Study study, List<StudyRow> rows) {
    List<String> cautions = new ArrayList<>();
    if (!study.counted()) {
      cautions.add("the target does not count; no cell was checked against it.");
    }
    if (study.delays() == null) {
      cautions.add(
          "the target failed when its latency t was measured; without t there is no x, and nothing"
              + " is predicted.");
    }
    List<StudyCell> tooFast =
        StudyCell.of(study, rows).stream().filter(StudyCell::isBelowLeastX).toList();
    if (!tooFast.isEmpty()) {
      cautions.add(tooFast(tooFast));
    }
    if (!study.complete()) {
      cautions.add("the study was interrupted; cells are missing.");
    }
    return cautions;
  }

  private static String tooFast(List<StudyCell> cells) {
    StudyCell first = cells.get(0);
    return "x is below the least x in %s (the first: %s, %s below %s): the target was faster than t,"
            .formatted(
                Numbers.counted(cells.size(), "cell"),
                first.row().title(),
                Numbers.measure(first.row().x()),
                Numbers.measure(first.leastX()))
        + " so predicted times and what follows from them are too long.";
  }

  private static List<String> table(Study study, List<StudyRow> rows) {
    TextTable table = new TextTable();
    table.add(HEADER);
    StudyCell.of(study, rows).forEach(cell -> table.add(texts(cell)));
    return table.lines();
  }

  private static List<String> texts(StudyCell cell) {
    StudyRow row = cell.row();
    return List.of(
        row.client(),
        Numbers.count(row.n()),
        Numbers.count(row.m()),
        row.isPredictedOnly()
            ? PREDICTED + Numbers.measureOrNone(row.predictedS())
            : Numbers.measureOrNone(row.wallS()),
        Numbers.measureOrNone(row.userS()),
        Numbers.measureOrNone(row.sysS()),
        cell.cpuPercent(),
        Numbers.measureOrNone(row.x()),
        Numbers.measureOrNone(cell.leastBesideX()),
        cell.residual(),
        Numbers.measureOrNone(row.peakRssMb()));
  }

  private static String cost(String client, ConcurrencyFit fit, List<StudyCell> cells) {
    String greatest = Numbers.count(fit.greatestLimit());
    String end =
        fit.worthwhileLimit().isPresent()
            ? "beyond m = "
                + Numbers.count(fit.worthwhileLimit().getAsInt())
                + ", twice the limit brings less than 5 % more throughput"
            : "up to there, twice the limit brings at least 5 % more throughput, and what a greater"
                + " limit than %s brings was not measured".formatted(greatest);
    return "%s: x / least x = 1%s%s, fitted to %s up to m = %s, %s; %s"
        .formatted(
            client,
            term(fit.contention(), "(m - 1)"),
            term(fit.coherency(), "m (m - 1)"),
            Numbers.counted(fit.cells(), "cell"),
            greatest,
            residuals(client, fit, cells),
            end);
  }

  private static String residuals(String client, ConcurrencyFit fit, List<StudyCell> cells) {
    if (fit.isForced()) {
      return "which are too few to show how well it fits";
    }
    DoubleSummaryStatistics percent =
        cells.stream()
            .filter(cell -> cell.row().client().equals(client))
            .map(StudyCell::residualPercent)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return "which differ from it by %s to %s %%"
        .formatted(StudyCell.signed(percent.getMin()), StudyCell.signed(percent.getMax()));
  }

  private static String term(double factor, String what) {
    return factor == 0 ? "" : String.format(Locale.ROOT, " + %.2g %s", factor, what);
  }
}
