package fleetpoll.cli;

import fleetpoll.figure.OneLine;
import fleetpoll.process.ExitCode;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.Durations;
import fleetpoll.report.JunitXml;
import fleetpoll.run.RunFolder;
import fleetpoll.run.unfinished.Maker;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyPage;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
    return verdict(runFolder, page);
  }

  private void tell(Path page) {
    spec.commandLine().getOut().println(DevicesPage.url(page));
  }

  private void warn(String damage) {
    tellError("CAUTION: " + damage);
  }

  /** A run that was cut short had no time to store and to tell its verdict. */
  private ExitCode verdict(RunFolder runFolder, DevicesPage.Drawn page) throws IOException {
    return switch (page.progress()) {
      case GOES_ON, ENDED -> ExitCode.OK;
      case UNKNOWN -> {
        tellError(
            ("No verdict yet: %s, another machine or container, makes the run, and its files changed"
                    + " less than %s ago, so it goes on or was just cut short. Draw it again later.")
                .formatted(
                    Objects.requireNonNullElse(page.run().maker().host(), "an unknown host"),
                    Durations.rounded(Maker.SILENCE)));
        // Whoever cannot tell must not pass.
        yield ExitCode.NOT_PASSED;
      }
      case CUT_SHORT -> {
        JunitXml.write(runFolder, page.run());
        tellError("Verdict: INVALID. " + page.run().verdict().reason());
        yield ExitCode.NOT_PASSED;
      }
    };
  }

  private void tellError(String line) {
    spec.commandLine().getErr().println(OneLine.of(line));
  }

  private boolean holds(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  /** Prints the sentence without a stack trace, which would tell the user nothing. */
  private int fail(ExitCode exitCode, String why) {
    tellError("Cannot draw the report of %s: %s.".formatted(folder, why));
    return exitCode.number();
  }
}
