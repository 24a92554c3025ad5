package fleetpoll.capacity;

import fleetpoll.capacity.search.Goal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a search claims, apart from the number: for what, how closely, and on which evidence.
 *
 * @param goal between which sizes it searches, how closely, and by how many trials
 * @param trialS length of the measured window of a trial, in seconds
 * @param budgetS for how long the search may go on, in seconds
 * @param levels what a trial must meet to hold; at least one
 */
public record Claim(Goal goal, double trialS, double budgetS, List<ClaimedLevel> levels) {

  /** A claim always has a goal and levels. */
  public Claim {
    Objects.requireNonNull(goal);
    levels = List.copyOf(levels);
  }

  /** {@code success ≥ 99.9 %, missed ≤ 0.1 % and service p99 of A ≤ 50 ms}. */
  public String levelWords() {
    List<String> words = levels.stream().map(ClaimedLevel::words).toList();
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }
}
