package fleetpoll.capacity.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many more trials a search makes: it is played to its end against servers with a sharp limit,
 * which lie evenly, in the logarithm, between the likely bounds. Trials that contradict each other
 * make more.
 *
 * @param least of these servers
 * @param likely their median
 * @param most of them
 */
public record Forecast(int least, int likely, int most) {

  private static final int SERVERS = 41;

  /**
   * @param trials all that have ended, in their order
   */
  public static Forecast of(Goal goal, List<Trial> trials) {
    Bounds bounds = Search.likely(goal, trials);
    // At the ends are servers whose limit is below the smallest size or above the largest one.
    double low = bounds.lower().orElse(goal.from() - 1);
    double high = bounds.upper().orElse(goal.to() + 1) - 1.0;
    List<Integer> counts =
        IntStream.range(0, SERVERS)
            .mapToDouble(i -> between(low, high, (double) i / (SERVERS - 1)))
            .mapToObj(limit -> count(goal, trials, limit))
            .sorted()
            .toList();
    return new Forecast(counts.get(0), counts.get(SERVERS / 2), counts.get(SERVERS - 1));
  }

  private static double between(double low, double high, double share) {
    return Math.max(low, 0.5) * Math.pow(Math.max(high, 0.5) / Math.max(low, 0.5), share);
  }

  private static int count(Goal goal, List<Trial> trials, double limit) {
    List<Trial> all = new ArrayList<>(trials);
    while (Search.next(goal, all) instanceof Step.Try next) {
      all.add(new Trial(next.devices(), next.devices() > limit ? Outcome.FAILS : Outcome.HOLDS));
    }
    return all.size() - trials.size();
  }
}
