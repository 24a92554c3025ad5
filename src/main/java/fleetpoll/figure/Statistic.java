package fleetpoll.figure;

/** A statistic of durations. */
public enum Statistic {
  P50("p50", "p50", 20),
  P90("p90", "p90", 100),
  P95("p95", "p95", 200),
  P99("p99", "p99", 1_000),
  P999("p999", "p99.9", 10_000),
  MAX("max", "longest", 0),
  MEAN("mean", "mean", 0);

  private final String key;
  private final String word;
  private final long leastPolls;

  Statistic(String key, String word, long leastPolls) {
    this.key = key;
    this.word = word;
    this.leastPolls = leastPolls;
  }

  /** Its name in a parameter, such as {@code p999}. */
  public String key() {
    return key;
  }

  /** Its name in a sentence, such as {@code p99.9}. */
  public String word() {
    return word;
  }

  /**
   * The fewest durations that give a percentile p a meaning: 10 / (1 − p), so that at least ten of
   * them are longer. One more or one less of those moves it only a little then. 0 if this is no
   * percentile.
   */
  public long leastPolls() {
    return leastPolls;
  }

  /** Whether it is a percentile of too few durations. */
  public boolean isOfFew(long durations) {
    return durations < leastPolls;
  }

  /**
   * Whether some durations of all can have moved it: more of them than a percentile leaves above
   * itself, or any at all if it is no percentile.
   */
  public boolean isMovedBy(long some, long all) {
    return leastPolls == 0 ? some > 0 : some * leastPolls > 10 * all;
  }
}
