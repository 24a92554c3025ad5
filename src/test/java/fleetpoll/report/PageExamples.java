package fleetpoll.report;

import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import fleetpoll.run.VerdictExamples;
import fleetpoll.watch.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws pages to look at into the named folder: one run of each kind. */
final class PageExamples {

  private PageExamples() {}

  public static void main(String[] folders) throws IOException {
    Path folder = Path.of(folders[0]);
    RunFolder sick = new RunFolder(folder.resolve("sick"));
    SickFleet.write(sick, RunExamples.fleet(500, 600), SickFleet.VERDICT);
    draw(sick);
    RunFolder pass = new RunFolder(folder.resolve("pass"));
    RunExamples.write(
        pass,
        RunExamples.fleet(40, 60),
        (d, e, k) -> Answer.ok(800 + 40 * e * d + 13 * (k % 17)),
        with(ResourceExamples.samples(60), ResourceExamples.RESOURCES, VerdictExamples.PASS));
    draw(pass);
    RunFolder invalid = new RunFolder(folder.resolve("invalid"));
    RunExamples.write(
        invalid,
        RunExamples.withEndpoints(RunExamples.fleet(90, 30), 5),
        (d, e, k) -> k % 5 == 2 ? null : Answer.ok(20_000 + 900 * d + 3_000 * e),
        with(List.of(), ResourceExamples.UNKNOWN, VerdictExamples.INVALID));
    draw(invalid);
    RunFolder failed = new RunFolder(folder.resolve("failed"));
    RunExamples.write(
        failed,
        RunExamples.fleet(20, 20),
        (d, e, k) -> Answer.ko(Outcome.REFUSED, RunExamples.HOSTILE),
        with(ResourceExamples.samples(20), ResourceExamples.UNKNOWN, VerdictExamples.FAIL));
    draw(failed);
    RunFolder empty = new RunFolder(folder.resolve("empty"));
    RunExamples.write(empty, RunExamples.fleet(0, 10), true, (d, e, k) -> null);
    draw(empty);
  }

  private static Circumstances with(List<Sample> samples, Resources resources, Verdict verdict) {
    return new Circumstances(false, List.of(), samples, resources, verdict);
  }

  private static void draw(RunFolder folder) throws IOException {
    System.out.println(DevicesPage.draw(folder));
  }
}
