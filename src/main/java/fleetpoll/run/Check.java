package fleetpoll.run;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;

/**
 * One rule of a verdict, with its limit and its figure.
 *
 * @param key the parameter that contains the limit, such as {@code slo.a.p99}. Two kinds of keys
 *     are no parameters: {@code ledger}, whose limit is fixed, and those such as {@code
 *     baseline.a.p99}, whose limit follows from an earlier run
 * @param text what is measured, in words that follow "the"
 * @param atLeast whether the figure must be at least the limit; otherwise at most
 * @param measured null if there is nothing to measure
 */
public record Check(
    String key,
    String text,
    boolean atLeast,
    double limit,
    Double measured,
    Unit unit,
    Status status) {

  /** The result of a rule. */
  public enum Status {
    /** It holds. */
    PASS,
    /** It does not hold, or could not be measured, but the verdict does not depend on it. */
    WARN,
    /** It does not hold, or could not be measured. */
    FAIL
  }

  /** The figure with its unit, {@code 61.2 ms}, or {@code not measured}. */
  public String measuredText() {
    return measured == null ? "not measured" : unit.rounded(measured, limit);
  }

  /** The limit with its unit, such as {@code at most 50 ms}. */
  public String limitText() {
    return (atLeast ? "at least " : "at most ") + unit.exactly(limit);
  }

  /** A sentence such as: The p99 service time of A was 61.2 ms, and slo.a.p99 allows 50 ms. */
  public String sentence() {
    return "The %s was %s, and %s %s %s."
        .formatted(text, measuredText(), key, atLeast ? "asks for" : "allows", unit.exactly(limit));
  }

  /**
   * A rule that a figure of a run must not be worse than the limit; one that was not measured
   * fails.
   *
   * @param endpoint its name; null for a figure of the whole fleet or of the server
   */
  public static Check of(String key, Figure figure, String endpoint, double limit, Run run) {
    String text = figure.words(endpoint);
    Double measured = run.figure(figure, endpoint);
    return figure.lessIsBetter()
        ? atMost(key, text, limit, measured, figure.unit(), Status.FAIL)
        : atLeast(key, text, limit, measured, figure.unit(), Status.FAIL);
  }

  /**
   * A rule that a figure must be at most the limit; its status is {@code broken} if the figure is
   * not.
   */
  public static Check atMost(
      String key, String text, double limit, Double measured, Unit unit, Status broken) {
    Status status = measured != null && measured <= limit ? Status.PASS : broken;
    return new Check(key, text, false, limit, measured, unit, status);
  }

  /**
   * A rule that a figure must be at least the limit; its status is {@code broken} if the figure is
   * not.
   */
  public static Check atLeast(
      String key, String text, double limit, Double measured, Unit unit, Status broken) {
    Status status = measured != null && measured >= limit ? Status.PASS : broken;
    return new Check(key, text, true, limit, measured, unit, status);
  }
}
