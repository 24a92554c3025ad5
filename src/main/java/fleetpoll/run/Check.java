package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import fleetpoll.figure.Unit;
import fleetpoll.settings.ServiceLevel;

/**
 * One rule of a verdict, with its limit and its figure.
 *
 * @param key the parameter that contains the limit, such as {@code slo.a.p99}. Two kinds of keys
 *     are no parameters: {@code ledger} and {@code interrupted}, whose limits are fixed, and those
 *     such as {@code baseline.a.p99}, whose limit follows from an earlier run
 * @param text what is measured, in words that follow "the"
 * @param atLeast whether the figure must be at least the limit; otherwise at most
 * @param measured null if there is nothing to measure
 * @param note a sentence that says more than the general one, such as which device or why it was
 *     not judged; null: none
 */
public record Check(
    String key,
    String text,
    boolean atLeast,
    double limit,
    Double measured,
    Unit unit,
    Status status,
    String note) {

  @JsonCreator
  public Check {}

  /** A rule about which there is no more to say. */
  public Check(
      String key,
      String text,
      boolean atLeast,
      double limit,
      Double measured,
      Unit unit,
      Status status) {
    this(key, text, atLeast, limit, measured, unit, status, null);
  }

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

  /**
   * The note, or a sentence such as: The p99 service time of A was 61.2 ms, and slo.a.p99 allows 50
   * ms.
   */
  public String sentence() {
    return note != null
        ? note
        : "The %s was %s, and %s.".formatted(text, measuredText(), askedText());
  }

  /** What the rule asks for, {@code slo.a.p99 allows 50 ms}. */
  public String askedText() {
    return "%s %s %s".formatted(key, atLeast ? "asks for" : "allows", unit.exactly(limit));
  }

  /** Whether its status is a warning and the note says why. */
  @JsonIgnore
  public boolean isDoubted() {
    return status == Status.WARN && note != null;
  }

  /** The same rule with a note. */
  public Check noted(String sentence) {
    return new Check(key, text, atLeast, limit, measured, unit, status, sentence);
  }

  /** The same rule, which fails whatever its figure is. */
  public Check failed(String why) {
    return new Check(key, text, atLeast, limit, measured, unit, Status.FAIL, why);
  }

  /** The same rule, about which nothing can be told. */
  public Check doubted(String why) {
    return new Check(key, text, atLeast, limit, measured, unit, Status.WARN, why);
  }

  /**
   * A rule that a figure of a run must not be worse than the level; one that was not measured
   * fails.
   */
  public static Check of(ServiceLevel level, Run run) {
    String endpoint = level.endpoint().orElse(null);
    return of(level, level.figure().words(endpoint), run.figure(level.figure(), endpoint));
  }

  /**
   * A rule that a level's figure must not be worse than the level; one that was not measured fails.
   *
   * @param text what was measured
   * @param measured null if there was nothing to measure
   */
  public static Check of(ServiceLevel level, String text, Double measured) {
    Unit unit = level.figure().unit();
    return level.figure().lessIsBetter()
        ? atMost(level.key(), text, level.limit(), measured, unit, Status.FAIL)
        : atLeast(level.key(), text, level.limit(), measured, unit, Status.FAIL);
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
