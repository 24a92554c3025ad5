package fleetpoll.capacity;

import fleetpoll.capacity.SizeSummary.BrokenLevel;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.figure.Figure;
import fleetpoll.run.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The texts that the template of a capacity's page shows. */
final class CapacityView {

  private CapacityView() {}

  /**
   * The answer for one target.
   *
   * @param kind as a class of the style sheet
   * @param bounds in signs
   * @param known what the bounds are
   * @param words that go with the answer, a sentence each
   */
  record Answer(
      String target,
      String kind,
      String bounds,
      String known,
      String answer,
      List<String> words,
      List<Size> sizes) {}

  /**
   * The trials of one size.
   *
   * @param role {@code lower bound}, {@code upper bound} or empty
   * @param broken the levels that were not met, each with its number of trials
   */
  record Size(int devices, String role, int held, int failed, int generator, String broken) {}

  /** A figure of a trial; its kind, as a class of the style sheet, says if it breaks a level. */
  record Cell(String text, String kind) {}

  /** A trial, and the path from the search to its run's page. */
  record TrialView(
      CapacityTrial trial, String outcome, String kind, String why, List<Cell> cells, String page) {
    public Instant start() {
      return trial.start();
    }

    public String run() {
      return trial.folder().replaceFirst(".*/", "");
    }
  }

  static List<Answer> answers(Capacity capacity) {
    return capacity.findings().stream().map(finding -> answer(finding, capacity)).toList();
  }

  private static Answer answer(TargetFinding finding, Capacity capacity) {
    List<CapacityTrial> trials = capacity.trials(finding.target());
    return new Answer(
        finding.target(),
        switch (finding.reason()) {
          case FOUND, TO -> "is-pass";
          case FROM -> "is-fail";
          case GENERATOR -> "is-invalid";
          case UNFINISHED -> "is-valid";
        },
        CapacityWords.bounds(finding.lower(), finding.upper()),
        finding.reason() == Reason.UNFINISHED ? "devices so far" : "devices",
        CapacityWords.answer(finding, capacity.claim()),
        FindingWords.of(finding, trials),
        SizeSummary.of(trials).stream().map(size -> size(size, finding)).toList());
  }

  private static Size size(SizeSummary size, TargetFinding finding) {
    return new Size(
        size.devices(),
        Objects.equals(finding.lower(), size.devices())
            ? "lower bound"
            : Objects.equals(finding.upper(), size.devices()) ? "upper bound" : "",
        size.held(),
        size.failed(),
        size.ofGenerator(),
        size.broken().stream().map(CapacityView::broken).collect(Collectors.joining("; ")));
  }

  private static String broken(BrokenLevel level) {
    return "%s in %s, %s"
        .formatted(level.worst().key(), level.trials(), level.worst().measuredText());
  }

  /** The columns of the figures, in the order of a trial's cells. */
  static List<String> columns(Capacity capacity) {
    List<String> columns = new ArrayList<>(List.of("success, %", "missed, %", "successes/s"));
    for (String endpoint : TrialTable.endpoints(capacity)) {
      columns.add("p50 of %s, ms".formatted(endpoint));
      columns.add("p99 of %s, ms".formatted(endpoint));
      columns.add("response p99 of %s, ms".formatted(endpoint));
    }
    columns.addAll(List.of("CPU, cores", "memory, MB"));
    return columns;
  }

  static List<TrialView> trials(Capacity capacity, CapacityFolder folder) {
    List<String> endpoints = TrialTable.endpoints(capacity);
    return capacity.trials().stream()
        .map(
            trial ->
                new TrialView(
                    trial,
                    trial.outcome().word(),
                    switch (trial.outcome()) {
                      case HOLDS -> "pass";
                      case FAILS -> "ko";
                      case GENERATOR -> "missed";
                    },
                    why(trial),
                    cells(trial, endpoints, capacity.claim()),
                    folder.pathTo(folder.run(trial).devicesPage())))
        .toList();
  }

  private static String why(CapacityTrial trial) {
    return switch (trial.outcome()) {
      case HOLDS -> keys(trial.doubted(), "not judged: ");
      case FAILS -> keys(trial.broken(), "");
      case GENERATOR -> keys(trial.limits(), "");
    };
  }

  private static String keys(List<Check> checks, String before) {
    return checks.isEmpty()
        ? ""
        : checks.stream().map(Check::key).collect(Collectors.joining(", ", before, ""));
  }

  private static List<Cell> cells(CapacityTrial trial, List<String> endpoints, Claim claim) {
    TrialFigures figures = trial.figures();
    List<Cell> cells = new ArrayList<>();
    cells.add(cell(trial, claim, Figure.SUCCESS, null, figures.success()));
    cells.add(cell(trial, claim, Figure.MISSED, null, figures.missed()));
    cells.add(cell(trial, claim, Figure.THROUGHPUT, null, figures.throughput()));
    for (String endpoint : endpoints) {
      TrialFigures.Times times =
          figures.times(endpoint).orElse(new TrialFigures.Times(endpoint, null, null, null, false));
      cells.add(cell(trial, claim, Figure.SERVICE_P50, endpoint, times.p50Ms()));
      cells.add(cell(trial, claim, Figure.SERVICE_P99, endpoint, times.p99Ms()));
      cells.add(cell(trial, claim, Figure.RESPONSE_P99, endpoint, times.responseP99Ms()));
    }
    cells.add(cell(trial, claim, Figure.SERVER_CPU, null, figures.serverCores()));
    cells.add(cell(trial, claim, Figure.PEAK_MEMORY, null, figures.serverBytes()));
    return cells;
  }

  private static Cell cell(
      CapacityTrial trial, Claim claim, Figure figure, String endpoint, Double value) {
    boolean isBroken =
        claim.levels().stream()
            .filter(level -> level.figure() == figure && !level.ofWorstDevice())
            .filter(level -> Objects.equals(level.endpoint(), endpoint))
            .anyMatch(
                level ->
                    trial.broken().stream().anyMatch(check -> check.key().equals(level.key())));
    return new Cell(figure.unit().number(value), isBroken ? "ko" : "");
  }
}
