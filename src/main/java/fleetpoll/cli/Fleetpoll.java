package fleetpoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of what needs no load generator. */
@Command(
    name = "fleetpoll",
    description = "A fleet of polling devices against a server.",
    subcommands = {ReportCommand.class},
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Fleetpoll.BAD_USAGE)
public final class Fleetpoll implements Runnable {

  /** Exit code of a command line that asks for nothing that can be done. */
  static final int BAD_USAGE = 64;

  @Spec private CommandSpec spec;

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Fleetpoll());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
