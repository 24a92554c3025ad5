package fleetpoll.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Ranks servers by one figure. */
final class Ranking {

  private Ranking() {}

  /**
   * A server's rank is one more than the number of servers that can be claimed to be better than
   * it, each pair being compared by itself: if nothing can be claimed, there is a tie. A server
   * without three valid rounds has no rank, nor has one that lost a round in which another has a
   * valid run. No server has a rank if two of the others cannot be compared, or if there is only
   * one.
   *
   * @return one a server; null if it has none
   */
  static List<Integer> of(Rivals rivals) {
    List<Integer> ranked = ranked(rivals);
    List<Integer> none = new ArrayList<>(Collections.nCopies(rivals.size(), null));
    if (ranked.size() == 1) {
      return none;
    }
    Map<Integer, Integer> ranks = new TreeMap<>();
    for (int server : ranked) {
      ranks.put(server, 1);
      for (int other : ranked) {
        if (server != other) {
          Claim claim = rivals.contrast(server, other).claim();
          if (!claim.isEstimated()) {
            return none;
          }
          ranks.merge(server, claim == Claim.WORSE ? 1 : 0, Integer::sum);
        }
      }
    }
    ranks.forEach(none::set);
    return Collections.unmodifiableList(none);
  }

  private static List<Integer> ranked(Rivals rivals) {
    List<Integer> measured =
        IntStream.range(0, rivals.size()).filter(rivals::isMeasured).boxed().toList();
    return measured.stream()
        .filter(
            server -> measured.stream().noneMatch(other -> rivals.pairing(server, other).ownLost()))
        .toList();
  }
}
