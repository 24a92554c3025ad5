package fleetpoll.cli;

import fleetpoll.run.Versions;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Fleetpoll's command line. */
@Command(
    name = "fleetpoll",
    description = "Lets a fleet of devices poll a server.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    exitCodeOnInvalidInput = Fleetpoll.BAD_USAGE,
    subcommands = {ServeCommand.class, ReportCommand.class, CompareCommand.class})
public final class Fleetpoll {

  /** Exit code when the command line is not as it should be: EX_USAGE of sysexits.h. */
  static final int BAD_USAGE = 64;

  private Fleetpoll() {}

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Fleetpoll());
    commandLine.registerConverter(Path.class, Folders.ofThisProcess());
    commandLine.getCommandSpec().version("fleetpoll " + Versions.FLEETPOLL);
    return commandLine;
  }

  /** Runs the command in {@code args} and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
