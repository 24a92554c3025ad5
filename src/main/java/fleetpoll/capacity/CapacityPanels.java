package fleetpoll.capacity;

import fleetpoll.capacity.CapacityData.Mark;
import fleetpoll.capacity.CapacityData.Panel;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the charts of a capacity's page: every figure that is claimed has one. */
final class CapacityPanels {

  private CapacityPanels() {}

  /** The charts of which something is known, in their order. */
  static List<Panel> of(Capacity capacity) {
    List<Panel> panels = new ArrayList<>();
    for (String endpoint : TrialTable.endpoints(capacity)) {
      panels.add(times(capacity, endpoint, Figure.SERVICE_P50, TrialFigures.Times::p50Ms));
      panels.add(times(capacity, endpoint, Figure.SERVICE_P99, TrialFigures.Times::p99Ms));
      panels.add(times(capacity, endpoint, Figure.RESPONSE_P99, TrialFigures.Times::responseP99Ms));
    }
    panels.add(fleet(capacity, Figure.SUCCESS, "success", TrialFigures::success));
    panels.add(fleet(capacity, Figure.MISSED, "share", TrialFigures::missed));
    List<Panel> last =
        List.of(
            fleet(capacity, Figure.THROUGHPUT, "log", TrialFigures::throughput),
            fleet(capacity, Figure.SERVER_CPU, "linear", TrialFigures::serverCores),
            fleet(capacity, Figure.PEAK_MEMORY, "linear", TrialFigures::serverBytes));
    List<Panel> further = further(capacity, Stream.concat(panels.stream(), last.stream()).toList());
    return Stream.of(panels, further, last)
        .flatMap(List::stream)
        .filter(panel -> panel.values().stream().anyMatch(Objects::nonNull))
        .toList();
  }

  private static Panel times(
      Capacity capacity,
      String endpoint,
      Figure figure,
      Function<TrialFigures.Times, Double> measure) {
    Function<TrialFigures, Double> value =
        figures -> figures.times(endpoint).map(measure).orElse(null);
    return panel(
        "%s of %s, ms".formatted(Sentence.begin(figure.text()), endpoint),
        figure,
        "log",
        marks(capacity, figure, endpoint),
        capacity,
        value);
  }

  private static Panel fleet(
      Capacity capacity, Figure figure, String scale, Function<TrialFigures, Double> value) {
    List<Mark> marks = new ArrayList<>(marks(capacity, figure, null));
    if (figure == Figure.SERVER_CPU) {
      capacity.trials().stream()
          .map(trial -> trial.figures().cores())
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(cores -> marks.add(new Mark(cores, "cores of the machine", "cores")));
    }
    return panel(
        "%s, %s".formatted(title(figure), figure.unit().text()),
        figure,
        scale,
        marks,
        capacity,
        value);
  }

  private static String title(Figure figure) {
    return switch (figure) {
      case THROUGHPUT -> "Successes";
      case SERVER_CPU -> "The server's CPU";
      case PEAK_MEMORY -> "The server's peak memory";
      default -> Sentence.begin(figure.text());
    };
  }

  private static Panel panel(
      String title,
      Figure figure,
      String scale,
      List<Mark> marks,
      Capacity capacity,
      Function<TrialFigures, Double> value) {
    return new Panel(
        title,
        scale,
        marks,
        capacity.trials().stream()
            .map(trial -> figure.unit().shown(value.apply(trial.figures())))
            .toList());
  }

  private static List<Mark> marks(Capacity capacity, Figure figure, String endpoint) {
    return capacity.claim().levels().stream()
        .filter(level -> isOf(level, figure, endpoint))
        .map(CapacityPanels::mark)
        .toList();
  }

  private static boolean isOf(ClaimedLevel level, Figure figure, String endpoint) {
    return level.figure() == figure
        && Objects.equals(level.endpoint(), endpoint)
        && !level.ofWorstDevice();
  }

  private static Mark mark(ClaimedLevel level) {
    return new Mark(level.figure().unit().shown(level.limit()), level.words(), "level");
  }

  /** The levels that no other panel shows, from what the trials' verdicts measured. */
  private static List<Panel> further(Capacity capacity, List<Panel> others) {
    Set<Mark> shown = others.stream().flatMap(p -> p.marks().stream()).collect(Collectors.toSet());
    return capacity.claim().levels().stream()
        .filter(level -> !shown.contains(mark(level)))
        .map(
            level ->
                new Panel(
                    "%s, %s".formatted(level.subject(), unit(level)),
                    scale(level),
                    List.of(mark(level)),
                    capacity.trials().stream().map(trial -> measured(trial, level)).toList()))
        .toList();
  }

  private static String unit(ClaimedLevel level) {
    return level.figure().unit() == Unit.COUNT ? "number" : level.figure().unit().text();
  }

  private static String scale(ClaimedLevel level) {
    return Map.of(Unit.MILLIS, "log", Unit.PERCENT, "share")
        .getOrDefault(level.figure().unit(), "linear")
        .replace("share", level.figure().lessIsBetter() ? "share" : "success");
  }

  private static Double measured(CapacityTrial trial, ClaimedLevel level) {
    return trial.levels().stream()
        .filter(check -> check.key().equals(level.key()))
        .findFirst()
        .map(Check::measured)
        .map(level.figure().unit()::shown)
        .orElse(null);
  }
}
