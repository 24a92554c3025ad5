package fleetpoll.compare;

import java.util.ArrayList;
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

  private String balance() {
    Map<String, Long> places =
        orders().values().stream()
            .flatMap(
                order ->
                    IntStream.range(0, order.size())
                        .mapToObj(place -> place + " " + order.get(place)))
            .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
    long targets = runs.stream().map(ComparedRun::target).distinct().count();
    boolean even =
        places.size() == targets * targets && places.values().stream().distinct().count() == 1;
    return even
        ? "Each server had each place in a round equally often."
        : "The servers did not have each place in a round equally often, so an effect of the place"
            + " is not evened out.";
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
