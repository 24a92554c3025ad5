package fleetpoll.settings;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong, so that one message can tell all of it. */
final class Problems {

  private final Set<Problem> problems = new LinkedHashSet<>();

  /** A value that is not allowed. */
  void add(Setting setting, String allowed) {
    add(new Problem(setting.key(), Optional.of(setting.written()), allowed, setting.origin()));
  }

  /** A key that is a problem whatever its value. */
  void add(String key, String origin, String wrong) {
    add(new Problem(key, Optional.empty(), wrong, origin));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** Whether anything is wrong with this key. */
  boolean concern(String key) {
    return problems.stream().anyMatch(problem -> problem.key().equals(key));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Goes on only where there are none.
   *
   * @param order as of {@link #inOrder}
   */
  void throwIfAny(Comparator<String> order) {
    if (!isEmpty()) {
      throw inOrder(order);
    }
  }

  /**
   * All of them; those of equal rank stay in the order in which they were found.
   *
   * @param order of keys
   */
  InvalidSettings inOrder(Comparator<String> order) {
    return new InvalidSettings(
        problems.stream().sorted(Comparator.comparing(Problem::key, order)).toList());
  }
}
