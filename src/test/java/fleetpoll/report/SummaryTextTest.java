package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Unit;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTextTest {

  @TempDir Path path;

  @Test
  void aGoodRun() throws Exception {
    RunFolder folder = RunExamples.folder(path, "good");
    Run run =
        RunExamples.write(folder, RunExamples.fleet(200, 10), false, (d, e, k) -> Answer.ok(4_000));
    Files.createFile(folder.devicesPage());
    Files.createFile(folder.gatlingReport());

    assertThat(SummaryText.lines(run, folder, true))
        .containsExactly(
            "200 devices: 100 % of 4,400 polls succeeded, p99 of A 4 ms, of B 4 ms;"
                + " the server used 0.31 cores and 92 MB. There was no service level to hold.",
            "endpoint  planned   sent  missed     ok  ko  service p50   p95   p99"
                + "  response p99 [ms]",
            "A           4,000  4,000       0  4,000   0         4.00  4.00  4.00"
                + "               4.05",
            "B             400    400       0    400   0         4.00  4.00  4.00"
                + "               8.10",
            "Devices: file://" + folder.path() + "/devices.html",
            "Gatling: file://" + folder.path() + "/index.html",
            "Verdict: VALID",
            "The generator was good enough, and there were no service levels to meet.");
  }

  @Test
  void whatIsWrongIsSaid() {
    RunFolder folder = RunExamples.folder(path, "bad");
    Run run = RunExamples.write(folder, RunExamples.fleet(1, 10), true, SummaryTextTest::badAnswer);

    assertThat(
            SummaryText.lines(
                unbalanced(run)
                    .withMissing(List.of(new Missing("errors.csv", "disk\n\u001b[2Jfull"))),
                folder,
                true))
        .containsSubsequence(
            "A missed: 1 busy",
            "A ko: 1 refused, 1 status 500",
            "CAUTION: The run was interrupted: its numbers are those of the polls due by then.",
            "CAUTION: The ledger does not balance for A: at some device, planned is not"
                + " sent + missed. Do not trust these counts.",
            "CAUTION: The baseline was not made alike. JVM: 17.",
            "CAUTION: Missing file errors.csv: disk [2Jfull",
            "Devices: missing (" + folder.path() + "/devices.html)",
            "Gatling: missing (" + folder.path() + "/index.html)");
  }

  @Test
  void aReportThatNobodyAskedForIsNotMissed() {
    RunFolder folder = RunExamples.folder(path, "quick");
    Run run = RunExamples.write(folder, RunExamples.fleet(1, 10), false, (d, e, k) -> Answer.ok(1));

    assertThat(SummaryText.lines(run, folder, false)).contains("Gatling: no report");
  }

  @Test
  void theVerdictHasEveryLevelAndEveryBrokenRule() {
    RunFolder folder = RunExamples.folder(path, "judged");
    Run run = RunExamples.write(folder, RunExamples.fleet(1, 10), false, (d, e, k) -> Answer.ok(1));
    Verdict verdict =
        new Verdict(
            Judgement.FAIL,
            "It was\u001b slow.",
            List.of(
                new Check("validity.ticks", "ticks", true, 9, 9.0, Unit.COUNT, Status.PASS),
                new Check("validity.cpu", "CPU", false, 80, null, Unit.PERCENT, Status.WARN)),
            List.of(
                new Check("slo.success", "success", true, 99, 99.5, Unit.PERCENT, Status.PASS),
                new Check("slo.a.p99", "p99 of A", false, 50, 61.0, Unit.MILLIS, Status.FAIL),
                new Check("slo.b.p99", "p99 of B", false, 50, 61.0, Unit.MILLIS, Status.FAIL)
                    .doubted("2 polls are too few.")));

    List<String> lines = SummaryText.lines(run.withVerdict(verdict), folder, true);

    assertThat(lines.subList(lines.size() - 6, lines.size()))
        .containsExactly(
            "WARN validity.cpu: not measured, at most 80 % (CPU)",
            "PASS slo.success: 99.5 %, at least 99 % (success)",
            "FAIL slo.a.p99: 61 ms, at most 50 ms (p99 of A)",
            "WARN slo.b.p99: 61 ms, at most 50 ms (p99 of B). 2 polls are too few.",
            "Verdict: FAIL",
            "It was  slow.");
  }

  private static Answer badAnswer(int device, int endpoint, long tick) {
    return switch ((int) tick) {
      case 1 -> null;
      case 2 -> Answer.ko(Outcome.REFUSED, "x");
      case 3 -> Answer.ko(Outcome.status(500), "x");
      default -> Answer.ok(1_000);
    };
  }

  private static Run unbalanced(Run run) {
    EndpointTotals a = run.endpoints().get(0);
    EndpointTotals wrong =
        Copies.with(Copies.with(a, "planned", a.planned() + 1), "balanced", false);
    Run unbalanced = Copies.with(run, "endpoints", List.of(wrong, run.endpoints().get(1)));
    return Copies.with(
        unbalanced,
        "events",
        List.of(new Event(0, Event.OF_BASELINE, "The baseline was not made alike. JVM: 17.")));
  }
}
