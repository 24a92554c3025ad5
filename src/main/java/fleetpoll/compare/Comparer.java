package fleetpoll.compare;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Figure.Kind;
import fleetpoll.run.EndpointTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares servers by each figure.
 *
 * @param byRound a list a server, with its run in each round
 * @param pairings of each server with each
 */
record Comparer(
    List<String> targets,
    Optional<String> reference,
    List<List<Optional<ComparedRun>>> byRound,
    List<List<Pairing>> pairings) {

  static final List<Figure> FIGURES =
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

  static Comparer of(
      List<String> targets, Optional<String> reference, List<List<Optional<ComparedRun>>> byRound) {
    boolean cut = byRound.stream().anyMatch(Comparer::endsInterrupted);
    List<Contender> contenders =
        IntStream.range(0, targets.size())
            .mapToObj(i -> Contender.of(targets.get(i), byRound.get(i), cut))
            .toList();
    return new Comparer(targets, reference, byRound, Rivals.pairings(contenders));
  }

  private static boolean endsInterrupted(List<Optional<ComparedRun>> server) {
    return !server.isEmpty()
        && server.get(server.size() - 1).filter(run -> run.run().interrupted()).isPresent();
  }

  /** The figures of each endpoint of the runs, and then those of the server. */
  List<FigureComparison> all(List<ComparedRun> runs) {
    Stream<FigureComparison> ofEndpoints =
        runs.stream()
            .flatMap(run -> run.run().endpoints().stream().map(EndpointTotals::name))
            .distinct()
            .flatMap(name -> figures(false).map(figure -> compare(figure, name)));
    Stream<FigureComparison> ofServer =
        figures(true)
            .filter(figure -> figure != Figure.MEMORY_PER_THOUSAND || isKnown(figure, runs))
            .map(figure -> compare(figure, null));
    return Stream.concat(ofEndpoints, ofServer).toList();
  }

  private static boolean isKnown(Figure figure, List<ComparedRun> runs) {
    return runs.stream().anyMatch(run -> run.run().figure(figure) != null);
  }

  private static Stream<Figure> figures(boolean ofServer) {
    return FIGURES.stream().filter(figure -> (figure.kind() == Kind.SERVER) == ofServer);
  }

  private FigureComparison compare(Figure figure, String endpoint) {
    List<List<Value>> values =
        byRound.stream().map(server -> values(figure, endpoint, server)).toList();
    Rivals rivals = new Rivals(figure, values, pairings);
    List<Integer> ranks = Ranking.of(rivals);
    List<TargetFigure> compared = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      int server = i;
      Contrast contrast =
          reference
              .map(targets::indexOf)
              .filter(index -> index != server)
              .map(index -> rivals.contrast(server, index))
              .orElse(null);
      compared.add(new TargetFigure(targets.get(i), values.get(i), contrast, ranks.get(i)));
    }
    return new FigureComparison(figure, endpoint, List.copyOf(compared));
  }

  /** Whether some runs have response times of successes, and others of all planned polls. */
  static boolean mixesResponses(Stream<ComparedRun> runs) {
    return runs.map(run -> run.run().measuresAllPlanned()).distinct().count() > 1;
  }

  private List<Value> values(Figure figure, String endpoint, List<Optional<ComparedRun>> server) {
    return server.stream()
        .map(run -> run.map(found -> value(figure, endpoint, found)).orElse(Value.ABSENT))
        .toList();
  }

  private Value value(Figure figure, String endpoint, ComparedRun run) {
    boolean hasOtherMeaning =
        figure.isResponse()
            && !run.run().measuresAllPlanned()
            && mixesResponses(byRound.stream().flatMap(List::stream).flatMap(Optional::stream));
    return new Value(
        hasOtherMeaning ? null : run.run().figure(figure, endpoint),
        run.run().count(figure, endpoint),
        run.isValid() ? Value.Status.COUNTS : Value.Status.INVALID);
  }
}
