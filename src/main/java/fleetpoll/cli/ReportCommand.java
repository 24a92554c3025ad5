package fleetpoll.cli;

import fleetpoll.capacity.CapacityFiles;
import fleetpoll.capacity.CapacityFolder;
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
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the page of a run, a study or a search for a capacity that is over. */
@Command(
    name = "report",
    description =
        "Draws devices.html of a run, study.html of a study or capacity.html of a search for a"
            + " capacity, and prints where it is.")
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<run folder>",
      description = "The folder that holds run.json, study.json or capacity.json.")
  private Path folder;

  @Override
  public Integer call() {
    if (Stream.of(StudyFolder.STUDY, CapacityFolder.CAPACITY, RunFolder.RUN)
        .noneMatch(this::holds)) {
      return fail(
          ExitCode.BAD_INPUT,
          "it is not a run folder: it holds no run.json, no study.json and no capacity.json");
    }
    try {
      return draw().number();
    } catch (IOException | OutOfMemoryError e) {
      return fail(ExitCode.FAILURE, Reason.of(e));
    }
  }

  private ExitCode draw() throws IOException {
    if (holds(CapacityFolder.CAPACITY)) {
      tell(CapacityFiles.draw(new CapacityFolder(folder)));
      return ExitCode.OK;
    }
    return holds(StudyFolder.STUDY) ? drawStudy() : drawRun(new RunFolder(folder));
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
