package fleetpoll.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order in which servers ran, by the start of their runs.
 *
 * @param runs in that order
 */
record RunOrder(List<ComparedRun> runs) {

  static RunOrder of(Comparison comparison) {
    return new RunOrder(
        comparison.runs().stream().sorted(Comparator.comparing(run -> run.run().start())).toList());
  }

  /** Which order was run, and whether it favours a server. */
  String text() {
    return byRound()
        ? "Order of the runs: %s. %s".formatted(rounds(), balance())
        : "Order of the runs, by their start: %s.".formatted(stretches());
  }

  private boolean byRound() {
    return IntStream.range(1, runs.size())
        .allMatch(i -> runs.get(i - 1).round() <= runs.get(i).round());
  }

  private String rounds() {
    Map<List<String>, List<Integer>> orders = new LinkedHashMap<>();
    orders()
        .forEach(
            (round, order) -> orders.computeIfAbsent(order, o -> new ArrayList<>()).add(round));
    return orders.entrySet().stream()
        .map(order -> String.join(", ", order.getKey()) + " in " + Rounds.named(order.getValue()))
        .collect(Collectors.joining("; "));
  }

  private Map<Integer, List<String>> orders() {
    return runs.stream()
        .collect(
            Collectors.groupingBy(
                ComparedRun::round,
                LinkedHashMap::new,
                Collectors.mapping(ComparedRun::target, Collectors.toList())));
  }

  /** By the rounds in which all have a valid run: of the others a claim may leave out any run. */
  private String balance() {
    Map<Integer, List<String>> counting = new RunOrder(ofWholeRounds()).orders();
    if (!isEven(counting.values())) {
      return "The servers did not have each place in a round equally often, so an effect of the"
          + " place is not evened out.";
    }
    return "Each server had each place in a round equally often"
        + (counting.size() == orders().size()
            ? "."
            : ", of the rounds in which all have a valid run.");
  }

  private List<ComparedRun> ofWholeRounds() {
    Map<Integer, Long> valid =
        runs.stream()
            .filter(ComparedRun::isValid)
            .collect(Collectors.groupingBy(ComparedRun::round, Collectors.counting()));
    return runs.stream().filter(run -> valid.getOrDefault(run.round(), 0L) == targets()).toList();
  }

  private boolean isEven(Collection<List<String>> orders) {
    Map<String, Long> places =
        orders.stream()
            .flatMap(
                order ->
                    IntStream.range(0, order.size())
                        .mapToObj(place -> place + " " + order.get(place)))
            .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
    return places.size() == targets() * targets()
        && places.values().stream().distinct().count() == 1;
  }

  private long targets() {
    return runs.stream().map(ComparedRun::target).distinct().count();
  }

  /** {@code falcon 3 times, django 3 times}. */
  private String stretches() {
    List<String> stretches = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= runs.size(); i++) {
      String target = runs.get(begin).target();
      if (i == runs.size() || !runs.get(i).target().equals(target)) {
        stretches.add(i - begin == 1 ? target : target + " " + (i - begin) + " times");
        begin = i;
      }
    }
    return String.join(", ", stretches);
  }
}
