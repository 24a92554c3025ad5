package fleetpoll.compare;

import fleetpoll.compare.ComparedRuns.Outcome;
import fleetpoll.config.Parameter;
import fleetpoll.report.RunExamples;
import fleetpoll.run.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Comparisons for tests of pages and texts. */
final class ComparisonExamples {

  private ComparisonExamples() {}

  /** Better, worse, inconclusive, a failing server, an unknown one, an invalid one. */
  static Comparison sixServers() {
    return Comparison.of(
        ComparedRuns.all(
            List.of(
                ComparedRuns.of("falcon", Outcome.of(3), Outcome.of(3.3), Outcome.of(2.8)),
                ComparedRuns.of("aiohttp", Outcome.of(3.1), Outcome.of(3), Outcome.of(2.9)),
                ComparedRuns.of("nginx", Outcome.of(1.2), Outcome.of(1.4), Outcome.of(1.1)),
                ComparedRuns.of(
                    "channels",
                    new Outcome(45, 0, 120, 4.1, Judgement.FAIL),
                    new Outcome(61, 13, 410, 4.4, Judgement.FAIL),
                    Outcome.of(44).invalid()),
                ComparedRuns.of("http://127.0.0.1:8000", unknown(9), unknown(9.4), unknown(8.8)),
                ComparedRuns.of(
                    "django",
                    Outcome.of(12).invalid(),
                    Outcome.of(13).invalid(),
                    Outcome.of(12.5).invalid()))));
  }

  private static Outcome unknown(double p99Ms) {
    return new Outcome(p99Ms, 0, 0, null, Judgement.VALID);
  }

  /** Two servers in one round, forced in spite of another interval; names that look like markup. */
  static Comparison hostile() {
    List<ComparedRun> runs = new ArrayList<>();
    runs.add(
        ComparedRuns.run(
            "<b>|*1*</b>", 1, Outcome.of(3), new Parameter("interval", RunExamples.HOSTILE, "x")));
    runs.add(
        ComparedRuns.run("django", 1, 11, Outcome.of(9), new Parameter("interval", "250", "x")));
    return Comparison.of(runs);
  }
}
