package fleetpoll.compare;

import fleetpoll.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranks servers by one figure. */
final class Ranking {

  private Ranking() {}

  /**
   * A server's rank is one more than the number of servers that can be claimed to be better than
   * it, each pair being compared by itself: if nothing can be claimed, there is a tie. A server
   * without three valid rounds has no rank. No server has a rank if two of the others cannot be
   * compared, or if there is only one.
   *
   * @param servers their values, one a round
   * @return one a server; null if it has none
   */
  static List<Integer> of(Figure figure, List<List<Value>> servers) {
    Map<Integer, Integer> ranks = new TreeMap<>();
    for (int server = 0; server < servers.size(); server++) {
      if (isMeasured(servers.get(server))) {
        ranks.put(server, 1);
      }
    }
    if (ranks.size() == 1) {
      ranks.clear();
    }
    List<Integer> none = new ArrayList<>(Collections.nCopies(servers.size(), null));
    for (int server : ranks.keySet()) {
      for (int other : ranks.keySet()) {
        if (server != other) {
          Claim claim = Ratio.of(figure, servers.get(server), servers.get(other)).claim();
          if (claim == Claim.TOO_FEW_ROUNDS || claim == Claim.NO_RATIO) {
            return none;
          }
          ranks.merge(server, claim == Claim.WORSE ? 1 : 0, Integer::sum);
        }
      }
    }
    ranks.forEach(none::set);
    return Collections.unmodifiableList(none);
  }

  private static boolean isMeasured(List<Value> rounds) {
    List<Value> valid = rounds.stream().filter(Value::counts).toList();
    return valid.size() >= Estimate.LEAST_ROUNDS
        && valid.stream().allMatch(value -> value.value() != null);
  }
}
