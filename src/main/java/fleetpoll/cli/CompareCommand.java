package fleetpoll.cli;

import fleetpoll.compare.ComparedRun;
import fleetpoll.compare.Comparison;
import fleetpoll.compare.ComparisonFiles;
import fleetpoll.compare.ComparisonFolder;
import fleetpoll.compare.ComparisonText;
import fleetpoll.compare.Difference;
import fleetpoll.compare.Rounds;
import fleetpoll.figure.OneLine;
import fleetpoll.process.ExitCode;
import fleetpoll.run.RunFolder;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares runs that are over. */
@Command(
    name = "compare",
    description =
        "Compares runs of the same fleet: writes compare.html, compare.md and compare.csv and"
            + " prints what they hold. The others are compared with the server of the first run;"
            + " several runs of a server are its rounds, in the order of their start.")
final class CompareCommand implements Callable<Integer> {

  private static final int LEAST = 2;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<run folder>", description = "Folders that hold run.json, at least 2.")
  private List<Path> folders = List.of();

  @Option(
      names = "--force",
      description = "Compares runs whose parameters differ; what differs is shown on top.")
  private boolean force;

  @Option(
      names = "--output",
      paramLabel = "<folder>",
      description = "Where the files go. Default: compare-<time> next to the first run.")
  private Path output;

  @Override
  public Integer call() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      return fail(ExitCode.BAD_INPUT, problems);
    }
    try {
      return compare(Rounds.read(folders.stream().map(RunFolder::new).toList()));
    } catch (IOException e) {
      return fail(ExitCode.FAILURE, List.of(Reason.of(e)));
    }
  }

  private int compare(List<ComparedRun> runs) throws IOException {
    List<String> copies = Rounds.copies(runs);
    if (!copies.isEmpty()) {
      return fail(ExitCode.BAD_INPUT, copies);
    }
    Comparison comparison = Comparison.of(runs);
    if (!comparison.differences().isEmpty() && !force) {
      return fail(
          ExitCode.BAD_INPUT,
          comparison.differences().stream()
              .map(Difference::text)
              .map(text -> "the runs differ in " + text + "; --force compares them all the same")
              .toList());
    }
    ComparisonFolder folder =
        output == null
            ? ComparisonFolder.in(
                folders.get(0).toAbsolutePath().normalize().getParent(),
                Clock.systemUTC().instant())
            : new ComparisonFolder(output);
    ComparisonFiles.write(comparison, folder);
    ComparisonText.lines(comparison, folder).forEach(spec.commandLine().getOut()::println);
    return ExitCode.OK.number();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (folders.size() < LEAST) {
      problems.add("it takes at least %s run folders".formatted(LEAST));
    }
    for (Path folder : folders) {
      if (!Files.isRegularFile(folder.resolve(RunFolder.RUN))) {
        problems.add(folder + " is not a run folder: it holds no " + RunFolder.RUN);
      }
    }
    return problems;
  }

  private int fail(ExitCode exitCode, List<String> why) {
    why.forEach(
        reason ->
            spec.commandLine()
                .getErr()
                .println(OneLine.of("Cannot compare: %s.".formatted(reason))));
    return exitCode.number();
  }
}
