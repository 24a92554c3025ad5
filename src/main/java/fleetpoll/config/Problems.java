package fleetpoll.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects problems, so that one message can list them all. None of them shows a secret. */
public final class Problems {

  private final Set<Problem> problems = new LinkedHashSet<>();
  private Masks masks = Masks.STANDARD;

  /** Decides what later problems do not show. */
  public void hide(Masks secrets) {
    masks = secrets;
  }

  /** A text without the secrets in it. */
  public String shown(String text) {
    return masks.text(text);
  }

  /** A value that is not allowed. */
  public void add(Setting setting, String allowed) {
    add(new Problem(setting.key(), Optional.of(setting.written()), allowed, setting.origin()));
  }

  /** A key that is a problem whatever its value. */
  public void add(String key, String origin, String wrong) {
    add(new Problem(key, Optional.empty(), wrong, origin));
  }

  public void add(Problem problem) {
    problems.add(
        new Problem(
            problem.key(),
            problem.value().map(value -> masks.value(problem.key(), value)),
            problem.allowed(),
            problem.origin()));
  }

  /** Whether anything is wrong with this key. */
  public boolean concern(String key) {
    return problems.stream().anyMatch(problem -> problem.key().equals(key));
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * All problems in order; those of equal rank stay in the order in which they were found.
   *
   * @param order of keys
   */
  public List<Problem> inOrder(Comparator<String> order) {
    return problems.stream().sorted(Comparator.comparing(Problem::key, order)).toList();
  }
}
