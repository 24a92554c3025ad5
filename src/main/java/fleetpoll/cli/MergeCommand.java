package fleetpoll.cli;

import fleetpoll.figure.OneLine;
import fleetpoll.process.ExitCode;
import fleetpoll.report.SummaryText;
import fleetpoll.shard.GivenFolders;
import fleetpoll.shard.ShardMerge;
import fleetpoll.shard.Unmergeable;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges the runs of a fleet's shards. */
@Command(
    name = "merge",
    description =
        "Merges the runs of a fleet's shards into one run folder, judges it, draws its page and"
            + " prints what it holds. Its exit code is that of a run: 2 if it did not pass.")
final class MergeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<run folder>",
      arity = "1..*",
      description =
          "The folders of all shards' runs, in any order, or a folder that contains them all.")
  private List<Path> folders = List.of();

  @Option(
      names = "--to",
      paramLabel = "<folder>",
      description =
          "The folder of the merged run, which must not be there or be empty. Default:"
              + " merged-<time> next to the first run.")
  private Path to;

  @Option(
      names = "--allow-missing",
      description =
          "Merges the others if shards are missing, were cut short or are damaged; the merged run"
              + " is INVALID.")
  private boolean allowMissing;

  @Override
  public Integer call() {
    try {
      ShardMerge merge =
          new ShardMerge(
              GivenFolders.ofRuns(folders),
              Optional.ofNullable(to),
              allowMissing,
              Clock.systemUTC().instant());
      return tell(merge.merge()).number();
    } catch (Unmergeable e) {
      return fail(ExitCode.BAD_INPUT, e.problems());
    } catch (IOException | OutOfMemoryError e) {
      return fail(ExitCode.FAILURE, List.of(Reason.of(e)));
    }
  }

  private ExitCode tell(ShardMerge.Merged merged) {
    SummaryText.lines(merged.run(), merged.folder()).forEach(spec.commandLine().getOut()::println);
    return merged.run().verdict().judgement().isSuccess() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private int fail(ExitCode exitCode, List<String> why) {
    why.forEach(
        reason ->
            spec.commandLine().getErr().println(OneLine.of("Cannot merge: %s.".formatted(reason))));
    return exitCode.number();
  }
}
