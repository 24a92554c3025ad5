package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A verdict's checks, apart: what a reader has to see, and what passed.
 *
 * @param broken what failed, then what warns; of each, validity before the service levels
 * @param levels the service levels that passed
 * @param validity the rules for the generator that passed
 */
record Checks(List<Check> broken, List<Check> levels, List<Check> validity) {

  static Checks of(Verdict verdict) {
    return new Checks(
        Stream.concat(verdict.validity().stream(), verdict.levels().stream())
            .filter(check -> check.status() != Status.PASS)
            .sorted(Comparator.comparing(Check::status).reversed())
            .toList(),
        passed(verdict.levels()),
        passed(verdict.validity()));
  }

  private static List<Check> passed(List<Check> checks) {
    return checks.stream().filter(check -> check.status() == Status.PASS).toList();
  }

  /** How many passed, such as {@code 9 checks passed}. */
  public String passed() {
    return Numbers.counted(levels.size() + validity.size(), "check") + " passed";
  }

  /** A service level that passed, such as {@code success 100 % (≥ 99.9 %)}. */
  private static String brief(Check level) {
    return "%s %s (%s %s)"
        .formatted(
            level.key().replaceFirst("^slo\\.", ""),
            level.measuredText(),
            level.atLeast() ? "≥" : "≤",
            level.unit().exactly(level.limit()));
  }

  /** The service levels that passed, in brief. */
  public List<String> briefLevels() {
    return levels.stream().map(Checks::brief).toList();
  }
}
