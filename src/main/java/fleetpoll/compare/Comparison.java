package fleetpoll.compare;

import fleetpoll.config.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A comparison of servers, by runs of the same fleet against each of them.
 *
 * @param targets their names, in the order of the runs
 * @param reference the first of them that has a valid run; empty if none has
 * @param rounds how many rounds there are
 * @param runs in the order of the targets and rounds
 * @param figures first those of each endpoint, then those of the server
 * @param differences parameters that are not the same in all runs; if there are any, the figures
 *     say as much about the parameters as about the servers
 */
public record Comparison(
    List<String> targets,
    Optional<String> reference,
    int rounds,
    List<ComparedRun> runs,
    List<FigureComparison> figures,
    List<Difference> differences) {

  /** Compares runs. The same runs give the same comparison. */
  public static Comparison of(List<ComparedRun> runs) {
    List<String> targets = runs.stream().map(ComparedRun::target).distinct().toList();
    Optional<String> reference =
        targets.stream()
            .filter(t -> runs.stream().anyMatch(run -> run.target().equals(t) && run.isValid()))
            .findFirst();
    int rounds = runs.stream().mapToInt(ComparedRun::round).max().orElse(0);
    Map<String, List<Parameter>> named = new LinkedHashMap<>();
    runs.forEach(run -> named.put(run.label(), Difference.parameters(run.run())));
    return new Comparison(
        targets,
        reference,
        rounds,
        List.copyOf(runs),
        Comparer.of(targets, reference, byRound(runs, targets, rounds)).all(runs),
        Difference.between(named));
  }

  /** The run of a server in a round. */
  public Optional<ComparedRun> run(String target, int round) {
    return find(runs, target, round);
  }

  /**
   * Whether the response times of some runs are those of successes and of others those of all
   * planned polls: only the latter are then compared.
   */
  boolean mixesResponses() {
    return Comparer.mixesResponses(runs.stream());
  }

  private static List<List<Optional<ComparedRun>>> byRound(
      List<ComparedRun> runs, List<String> targets, int rounds) {
    return targets.stream()
        .map(
            target ->
                IntStream.rangeClosed(1, rounds)
                    .mapToObj(round -> find(runs, target, round))
                    .toList())
        .toList();
  }

  /** How one server's figures differ from the reference's, or those of all if it is null. */
  Stream<Contrast> contrasts(String target) {
    return figures.stream()
        .flatMap(figure -> figure.targets().stream())
        .filter(figure -> target == null || figure.target().equals(target))
        .map(TargetFigure::contrast)
        .filter(Objects::nonNull);
  }

  /** Whether a figure of a server is, in any round, a percentile of too few polls. */
  boolean isOfFew(FigureComparison figure, String target) {
    return runs.stream()
        .filter(run -> run.target().equals(target))
        .anyMatch(
            run ->
                run.run().figure(figure.figure(), figure.endpoint()) != null
                    && run.run().isOfFew(figure.figure(), figure.endpoint()));
  }

  private static Optional<ComparedRun> find(List<ComparedRun> runs, String target, int round) {
    return runs.stream()
        .filter(run -> run.target().equals(target) && run.round() == round)
        .findFirst();
  }
}
