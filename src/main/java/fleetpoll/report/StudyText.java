package fleetpoll.report;

import fleetpoll.study.ClientFits;
import fleetpoll.study.ConcurrencyFit;
import fleetpoll.study.DelayModel;
import fleetpoll.study.Study;
import fleetpoll.study.StudyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of a concurrency study, on the console after its last cell. */
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
          "peak [MB]");
  private static final String PREDICTED = "~";
  private static final double PERCENT = 100;

  private StudyText() {}

  /** A table of the cells, whatever is wrong in a line each, and what concurrency costs. */
  public static List<String> lines(Study study, List<StudyRow> rows) {
    List<String> lines = new ArrayList<>(table(study, rows));
    if (rows.stream().anyMatch(StudyRow::isPredictedOnly)) {
      lines.add(PREDICTED + " predicted: n·t/m, and not run, as it takes longer than cell.limit");
    }
    rows.stream()
        .filter(StudyRow::isSkipped)
        .map(row -> row.client() + " " + plain(row.reason()))
        .distinct()
        .forEach(lines::add);
    rows.stream()
        .filter(StudyRow::isFaulty)
        .map(row -> row.title() + ": " + plain(row.reason()))
        .forEach(lines::add);
    ClientFits.of(study, rows).forEach((client, fit) -> lines.add(cost(client, fit)));
    SpeedUp.best(rows).forEach(speedUp -> lines.add(speedUp.sentence()));
    if (!study.counted()) {
      lines.add("CAUTION: the target does not count; no cell was checked against it.");
    }
    if (!study.complete()) {
      lines.add("CAUTION: the study was interrupted; cells are missing.");
    }
    return lines;
  }

  private static List<String> table(Study study, List<StudyRow> rows) {
    Optional<DelayModel> delays = Optional.ofNullable(study.delays()).map(DelayModel::new);
    TextTable table = new TextTable();
    table.add(HEADER);
    rows.forEach(row -> table.add(cells(row, delays)));
    return table.lines();
  }

  private static List<String> cells(StudyRow row, Optional<DelayModel> delays) {
    return List.of(
        row.client(),
        Figures.count(row.n()),
        Figures.count(row.m()),
        row.isPredictedOnly()
            ? PREDICTED + Figures.measureOrNone(row.predictedS())
            : Figures.measureOrNone(row.wallS()),
        Figures.measureOrNone(row.userS()),
        Figures.measureOrNone(row.sysS()),
        row.cpuShare() == null
            ? Figures.NONE
            : String.format(Locale.ROOT, "%.0f", PERCENT * row.cpuShare()),
        Figures.measureOrNone(row.x()),
        Figures.measureOrNone(leastX(row, delays)),
        Figures.measureOrNone(row.peakRssMb()));
  }

  /** What no client can beat; where there is an x to compare it with. */
  private static Double leastX(StudyRow row, Optional<DelayModel> delays) {
    return row.x() == null || delays.isEmpty()
        ? null
        : (Double) (delays.get().floorSeconds(row.n(), row.m()) / row.predictedS());
  }

  /** A line is a line, and a terminal is not told what to do. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String cost(String client, ConcurrencyFit fit) {
    String reach = "fitted up to m = " + Figures.count(fit.greatestLimit());
    String end =
        fit.worthwhileLimit().isPresent()
            ? "beyond m = "
                + Figures.count(fit.worthwhileLimit().getAsInt())
                + ", twice the limit brings less than 5 % more throughput"
            : "up to there, more concurrency helps";
    return "%s: x / least x = 1%s%s, %s; %s"
        .formatted(
            client,
            term(fit.contention(), "(m - 1)"),
            term(fit.coherency(), "m (m - 1)"),
            reach,
            end);
  }

  private static String term(double factor, String what) {
    return factor == 0 ? "" : String.format(Locale.ROOT, " + %.2g %s", factor, what);
  }
}
