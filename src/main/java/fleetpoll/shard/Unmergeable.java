package fleetpoll.shard;

import fleetpoll.run.whole.DamagedFile;
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

  /** A shard's file has rows that do not belong in it. */
  static Unmergeable strangers(ShardRun shard, String file) {
    return new Unmergeable(
        List.of(
            "%s: %s names a device that the shard does not have, or not in its place"
                .formatted(shard.named(), file)));
  }

  /** A shard's file is not as it was stored. */
  static Unmergeable damaged(ShardRun shard, DamagedFile damage) {
    return new Unmergeable(List.of("%s: %s".formatted(shard.named(), damage.getMessage())));
  }

  /** Everything that is wrong, each a sentence without its end. */
  public List<String> problems() {
    return problems;
  }
}
