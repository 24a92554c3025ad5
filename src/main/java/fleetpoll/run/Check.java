package fleetpoll.run;

/**
 * One rule of a verdict, with its limit and its figure.
 *
 * @param key the parameter that holds the limit, such as {@code slo.a.p99}
 * @param text what is measured, in words
 * @param atLeast whether the figure must be at least the limit; else at most
 * @param measured null where there is nothing to measure
 */
public record Check(
    String key,
    String text,
    boolean atLeast,
    double limit,
    Double measured,
    Unit unit,
    Status status) {

  /** What a rule came to. */
  public enum Status {
    /** It holds. */
    PASS,
    /** It does not hold, or could not be measured; the verdict does not depend on it. */
    WARN,
    /** It does not hold, or could not be measured. */
    FAIL
  }
}
