package fleetpoll.compare;

import fleetpoll.figure.Figure;
import fleetpoll.run.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The texts that the template of a comparison's page shows. */
final class ComparisonView {

  private ComparisonView() {}

  /** Figures of one endpoint, or of the server. */
  record Group(String name, List<Row> rows) {}

  /** One figure of all servers. */
  record Row(String figure, String unit, List<Cell> cells) {}

  /**
   * One figure of one server.
   *
   * @param range over its valid rounds
   * @param struck over its invalid rounds, if it has no others; else empty
   * @param contrast to the reference: the mean, or the rounds' range; empty if there is none
   * @param unit of the contrast
   * @param interval of the contrast; empty if there is none
   * @param claim with the reason if there is none
   * @param kind of the claim, as a class of the style sheet
   * @param rank empty if there is none
   * @param rounds its values and contrasts, one by one
   */
  record Cell(
      String target,
      String range,
      String struck,
      String contrast,
      String unit,
      String interval,
      String claim,
      String kind,
      String rank,
      List<RoundCell> rounds) {}

  /** A round: its value, whether that is struck out, and the contrast; empty if there is none. */
  record RoundCell(String value, boolean struck, String contrast) {}

  /** A run, and the path from the comparison to the run's own page. */
  record RunView(ComparedRun compared, String page) {
    public Instant start() {
      return compared.run().start();
    }

    public String judgement() {
      return compared.run().verdict().judgement().toString();
    }
  }

  /** What a server consisted of: if its rounds differ, one after the other. */
  record Server(String target, String versions) {}

  /** The servers of which it is known what they consist of. */
  static List<Server> servers(Comparison comparison) {
    return comparison.targets().stream()
        .map(target -> new Server(target, versions(comparison, target)))
        .filter(server -> !server.versions().isEmpty())
        .toList();
  }

  private static String versions(Comparison comparison, String target) {
    return comparison.runs().stream()
        .filter(run -> run.target().equals(target))
        .map(run -> run.run().versions().server())
        .filter(Objects::nonNull)
        .map(names -> String.join(", ", names))
        .distinct()
        .collect(Collectors.joining("; in another round "));
  }

  static List<Group> groups(Comparison comparison) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (FigureComparison figure : comparison.figures()) {
      groups.computeIfAbsent(group(figure), n -> new ArrayList<>()).add(row(comparison, figure));
    }
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  /** The endpoint of a figure, or {@code server}. */
  static String group(FigureComparison figure) {
    return figure.endpoint() == null ? "server" : figure.endpoint();
  }

  /** The runs by their rounds, as they were made. */
  static List<RunView> runs(Comparison comparison, Path folder) {
    Path from = folder.toAbsolutePath().normalize();
    return comparison.runs().stream()
        .sorted(Comparator.comparing(run -> run.run().start()))
        .map(run -> new RunView(run, page(from, run.folder())))
        .toList();
  }

  private static String page(Path from, RunFolder run) {
    Path page = run.devicesPage().toAbsolutePath().normalize();
    return from.relativize(page).toString().replace('\\', '/');
  }

  private static Row row(Comparison comparison, FigureComparison compared) {
    return new Row(
        compared.figure().text(),
        compared.figure().unit().text(),
        compared.targets().stream().map(target -> cell(comparison, compared, target)).toList());
  }

  private static Cell cell(Comparison comparison, FigureComparison compared, TargetFigure target) {
    Figure figure = compared.figure();
    Contrast contrast = target.contrast();
    return new Cell(
        target.target(),
        FigureText.marked(comparison, compared, target),
        FigureText.struck(figure, target),
        contrast == null ? "" : ContrastText.value(contrast),
        contrast == null ? "" : contrast.scale().unit(),
        contrast == null ? "" : ContrastText.interval(contrast),
        contrast == null ? "" : ContrastText.claim(contrast),
        contrast == null ? "" : kind(contrast.claim()),
        target.rank() == null ? "" : target.rank().toString(),
        rounds(figure, target));
  }

  /** A claim as a class of the style sheet. */
  static String kind(Claim claim) {
    return claim.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<RoundCell> rounds(Figure figure, TargetFigure target) {
    List<RoundCell> cells = new ArrayList<>();
    for (int round = 0; round < target.rounds().size(); round++) {
      Value value = target.rounds().get(round);
      Contrast contrast = target.contrast();
      Double ofRound = contrast == null ? null : contrast.byRound().get(round);
      cells.add(
          new RoundCell(
              figure.unit().number(value.value()),
              value.status() == Value.Status.INVALID,
              ofRound == null ? "" : ContrastText.of(contrast.scale(), ofRound)));
    }
    return cells;
  }
}
