package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Figure.Kind;
import fleetpoll.run.EndpointTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final List<Figure> FIGURES =
      List.of(
          Figure.SUCCESS,
          Figure.MISSED,
          Figure.THROUGHPUT,
          Figure.SERVICE_P50,
          Figure.SERVICE_P95,
          Figure.SERVICE_P99,
          Figure.RESPONSE_P50,
          Figure.RESPONSE_P95,
          Figure.RESPONSE_P99,
          Figure.CPU_PER_REQUEST,
          Figure.PEAK_MEMORY,
          Figure.MEMORY_PER_THOUSAND);

  /** Compares runs. The same runs give the same comparison. */
  public static Comparison of(List<ComparedRun> runs) {
    List<String> targets = runs.stream().map(ComparedRun::target).distinct().toList();
    Optional<String> reference =
        targets.stream()
            .filter(t -> runs.stream().anyMatch(run -> run.target().equals(t) && run.isValid()))
            .findFirst();
    int rounds = runs.stream().mapToInt(ComparedRun::round).max().orElse(0);
    Map<String, List<Parameter>> named = new LinkedHashMap<>();
    runs.forEach(run -> named.put(run.label(), run.run().parameters()));
    return new Comparison(
        targets,
        reference,
        rounds,
        List.copyOf(runs),
        new Comparer(runs, targets, reference, rounds).all(),
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
    return mixesResponses(runs);
  }

  private static boolean mixesResponses(List<ComparedRun> runs) {
    return runs.stream().map(run -> run.run().measuresAllPlanned()).distinct().count() > 1;
  }

  private static Optional<ComparedRun> find(List<ComparedRun> runs, String target, int round) {
    return runs.stream()
        .filter(run -> run.target().equals(target) && run.round() == round)
        .findFirst();
  }

  private record Comparer(
      List<ComparedRun> runs, List<String> targets, Optional<String> reference, int rounds) {

    List<FigureComparison> all() {
      Stream<FigureComparison> ofEndpoints =
          runs.stream()
              .flatMap(run -> run.run().endpoints().stream().map(EndpointTotals::name))
              .distinct()
              .flatMap(name -> figures(false).map(figure -> compare(figure, name)));
      Stream<FigureComparison> ofServer = figures(true).map(figure -> compare(figure, null));
      return Stream.concat(ofEndpoints, ofServer).toList();
    }

    private static Stream<Figure> figures(boolean ofServer) {
      return FIGURES.stream().filter(figure -> (figure.kind() == Kind.SERVER) == ofServer);
    }

    private FigureComparison compare(Figure figure, String endpoint) {
      List<List<Value>> values =
          targets.stream().map(target -> values(figure, endpoint, target)).toList();
      List<Integer> ranks = Ranking.of(figure, values);
      List<TargetFigure> compared = new ArrayList<>();
      for (int i = 0; i < targets.size(); i++) {
        String target = targets.get(i);
        List<Value> own = values.get(i);
        Ratio ratio =
            reference
                .filter(name -> !name.equals(target))
                .map(name -> Ratio.of(figure, own, values.get(targets.indexOf(name))))
                .orElse(null);
        compared.add(new TargetFigure(target, own, ratio, ranks.get(i)));
      }
      return new FigureComparison(figure, endpoint, List.copyOf(compared));
    }

    private List<Value> values(Figure figure, String endpoint, String target) {
      return IntStream.rangeClosed(1, rounds)
          .mapToObj(round -> find(runs, target, round))
          .map(run -> run.map(found -> value(figure, endpoint, found)).orElse(Value.ABSENT))
          .toList();
    }

    private Value value(Figure figure, String endpoint, ComparedRun run) {
      boolean hasOtherMeaning =
          figure.isResponse() && mixesResponses(runs) && !run.run().measuresAllPlanned();
      return new Value(
          hasOtherMeaning ? null : run.run().figure(figure, endpoint),
          run.isValid() ? Value.Status.COUNTS : Value.Status.INVALID);
    }
  }
}
