package fleetpoll.shard;

import java.io.IOException;
import java.util.List;

/** Thrown if run folders are not those of one whole fleet, each once and whole. */
public final class Unmergeable extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Says everything that is wrong.
   *
   * @param problems at least one, each a sentence without its end
   */
  Unmergeable(List<String> problems) {
    super(String.join(". ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, each a sentence without its end. */
  public List<String> problems() {
    return problems;
  }
}
