package fleetpoll.cli;

import fleetpoll.process.ExitCode;
import fleetpoll.run.Versions;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Fleetpoll's command line. */
@Command(
    name = "fleetpoll",
    description = "Lets a fleet of devices poll a server.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {
      ServeCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      MergeCommand.class
    })
public final class Fleetpoll {

  private Fleetpoll() {}

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Fleetpoll());
    commandLine.setExecutionExceptionHandler(new OwnMistake());
    commandLine.registerConverter(Path.class, Folders.ofThisProcess());
    commandLine.getCommandSpec().version("fleetpoll " + Versions.FLEETPOLL);
    Stream.concat(Stream.of(commandLine), commandLine.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .forEach(command -> command.exitCodeOnInvalidInput(ExitCode.BAD_INPUT.number()));
    return commandLine;
  }

  /** Runs the command in {@code args} and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
