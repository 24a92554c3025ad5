package fleetpoll.report;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Prints a run's verdict on the console. */
final class VerdictText {

  private VerdictText() {}

  /** A line for each broken rule of validity and each service level; the last one is the reason. */
  static List<String> lines(Verdict verdict) {
    Stream<String> rules =
        verdict.validity().stream()
            .filter(rule -> rule.status() != Status.PASS)
            .map(VerdictText::line);
    Stream<String> levels = verdict.levels().stream().map(VerdictText::line);
    Stream<String> end = Stream.of("Verdict: " + verdict.judgement(), verdict.reason());
    return Stream.of(rules, levels, end).flatMap(lines -> lines).toList();
  }

  private static String line(Check check) {
    String line =
        "%s %s: %s, %s (%s)"
            .formatted(
                check.status(), check.key(), check.measuredText(), check.limitText(), check.text());
    return check.isDoubted() ? line + ". " + check.note() : line;
  }
}
