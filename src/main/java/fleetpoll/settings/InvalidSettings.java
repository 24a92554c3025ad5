package fleetpoll.settings;

import fleetpoll.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if parameters are wrong; the message lists all problems, one a line. */
public final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a number: others may list what else keeps it from starting. */
  private static final String HEADLINE = "Fleetpoll cannot start:";

  private final transient List<Problem> problems;

  /**
   * @param problems at least one, in the order in which they are shown
   */
  public InvalidSettings(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", HEADLINE, "")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of {@code fleet.conf}. */
  public List<Problem> problems() {
    return problems;
  }
}
