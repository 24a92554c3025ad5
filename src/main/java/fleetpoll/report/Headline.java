package fleetpoll.report;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.Verdict;
import fleetpoll.run.unfinished.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a run in a few sentences. */
final class Headline {

  private Headline() {}

  /** The sentences about a run that has ended. */
  static String of(Run run) {
    return of(run, Progress.ENDED);
  }

  /**
   * The sentences. They never claim more than the run shows: 100 % only if no poll failed, and that
   * the service levels held only if there were any and all that could be judged were met.
   */
  static String of(Run run, Progress progress) {
    FleetTotals totals = FleetTotals.of(run);
    List<String> sentences = new ArrayList<>();
    ShardText.of(run).ifPresent(sentences::add);
    WindowText.soFar(run, progress).ifPresent(sentences::add);
    if (run.isRunning() && totals.planned() == 0) {
      return String.join(" ", sentences);
    }
    if (run.interrupted()) {
      sentences.add("Interrupted after " + Durations.rounded(WindowText.duration(run)) + ".");
    }
    switch (run.verdict().judgement()) {
      case PASS -> sentences.add(devices(run) + held(run.verdict()) + polls(run, totals));
      case FAIL -> sentences.add(devices(run) + failed(run.verdict()) + polls(run, totals));
      case VALID -> {
        sentences.add(devices(run) + ": " + polls(run, totals));
        sentences.add(
            run.isPart()
                ? "The service levels are judged when all shards are merged."
                : noLevel(run.verdict()));
      }
      case INVALID -> {
        sentences.add("This run says little about the server.");
        sentences.add(devices(run) + ": " + polls(run, totals));
      }
    }
    return String.join(" ", sentences);
  }

  private static String noLevel(Verdict verdict) {
    return verdict.levels().isEmpty()
        ? "There was no service level to hold."
        : "No service level could be judged.";
  }

  private static String devices(Run run) {
    return Numbers.counted(run.devices().size(), "device");
  }

  private static String held(Verdict verdict) {
    return verdict.levels().stream().allMatch(level -> level.status() == Status.PASS)
        ? " held: "
        : " held, as far as could be judged: ";
  }

  private static String failed(Verdict verdict) {
    List<Check> levels = verdict.levels();
    return " did not hold, %s of %s not met: "
        .formatted(
            Numbers.count(levels.stream().filter(level -> level.status() == Status.FAIL).count()),
            Numbers.counted(levels.size(), "service level"));
  }

  private static String polls(Run run, FleetTotals totals) {
    String planned = Numbers.counted(totals.planned(), "planned poll");
    if (totals.planned() == 0 && totals.sent() == 0) {
      return "no polls were planned, as none came due before the end.";
    }
    if (totals.sent() == 0) {
      return "of %s not one was sent.".formatted(planned);
    }
    String missed =
        totals.missed() == 0 ? "" : ", %s missed".formatted(Numbers.count(totals.missed()));
    if (totals.ok() == 0) {
      return "all %s failed%s.".formatted(Numbers.counted(totals.sent(), "poll"), missed);
    }
    return "%s %% of %s succeeded%s, p99 %s%s.%s"
        .formatted(
            Unit.PERCENT.number(run.figure(Figure.SUCCESS)),
            Numbers.counted(totals.sent(), "poll"),
            missed,
            percentiles(run),
            server(run),
            silent(run));
  }

  private static String percentiles(Run run) {
    return run.endpoints().stream()
        .map(EndpointTotals::name)
        .filter(name -> run.figure(Figure.SERVICE_P99, name) != null)
        .map(name -> "of %s %s".formatted(name, brief(run, Figure.SERVICE_P99, name)))
        .collect(Collectors.joining(", "));
  }

  private static String server(Run run) {
    String used =
        Stream.of(Figure.SERVER_CPU, Figure.PEAK_MEMORY)
            .filter(figure -> run.figure(figure) != null)
            .map(figure -> brief(run, figure, null))
            .collect(Collectors.joining(" and "));
    return used.isEmpty() ? "" : "; the server used " + used;
  }

  private static String brief(Run run, Figure figure, String endpoint) {
    Unit unit = figure.unit();
    String least = run.isLowerBound(figure, endpoint) ? "at least " : "";
    return least + Numbers.brief(unit.shown(run.figure(figure, endpoint))) + " " + unit.text();
  }

  private static String silent(Run run) {
    String silent =
        run.endpoints().stream()
            .filter(e -> e.sent() > 0 && e.ok() == 0)
            .map(EndpointTotals::name)
            .collect(Collectors.joining(" and "));
    return silent.isEmpty() ? "" : " No poll of %s succeeded.".formatted(silent);
  }
}
