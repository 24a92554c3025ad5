package fleetpoll.cli;

import fleetpoll.figure.OneLine;
import fleetpoll.process.ExitCode;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyPage;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the page of a run or a study that is over. */
@Command(
    name = "report",
    description = "Draws devices.html of a run, or study.html of a study, and prints where it is.")
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<run folder>",
      description = "The folder that holds run.json or study.json.")
  private Path folder;

  @Override
  public Integer call() {
    boolean isStudy = holds(StudyFolder.STUDY);
    if (!isStudy && !holds(RunFolder.RUN)) {
      return fail(
          ExitCode.BAD_INPUT, "it is not a run folder: it holds no run.json and no study.json");
    }
    try {
      return (isStudy ? drawStudy() : drawRun(new RunFolder(folder))).number();
    } catch (IOException | OutOfMemoryError e) {
      return fail(ExitCode.FAILURE, Reason.of(e));
    }
  }

  private ExitCode drawStudy() throws IOException {
    tell(StudyPage.draw(new StudyFolder(folder), this::warn));
    return ExitCode.OK;
  }

  private ExitCode drawRun(RunFolder runFolder) throws IOException {
    DevicesPage.Drawn page = DevicesPage.draw(runFolder, this::warn);
    tell(page.path());
    return verdict(runFolder, page.run());
  }

  private void tell(Path page) {
    spec.commandLine().getOut().println(DevicesPage.url(page));
  }

  private void warn(String damage) {
    spec.commandLine().getErr().println(OneLine.of("CAUTION: " + damage));
  }

  /** A run that was cut short had no time to store and to tell its verdict. */
  private ExitCode verdict(RunFolder runFolder, Run run) throws IOException {
    if (!run.isRunning() || run.goesOn()) {
      return ExitCode.OK;
    }
    JunitXml.write(runFolder, run);
    spec.commandLine().getErr().println(OneLine.of("Verdict: INVALID. " + run.verdict().reason()));
    return ExitCode.NOT_PASSED;
  }

  private boolean holds(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /** Prints the sentence without a stack trace, which would tell the user nothing. */
  private int fail(ExitCode exitCode, String why) {
    spec.commandLine()
        .getErr()
        .println(OneLine.of("Cannot draw the report of %s: %s.".formatted(folder, why)));
    return exitCode.number();
  }
}
