package fleetpoll.cli;

import fleetpoll.figure.OneLine;
import fleetpoll.process.ExitCode;
import fleetpoll.text.Reason;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure that no command expects in one sentence, with the place that a report needs. */
final class OwnMistake implements IExecutionExceptionHandler {

  private static final String OURS = "fleetpoll.";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    command
        .getErr()
        .println(
            OneLine.of(
                "%s failed through a mistake of Fleetpoll itself, at %s: %s."
                    .formatted(
                        command.getCommandSpec().qualifiedName(),
                        place(failure),
                        Reason.of(failure))));
    return ExitCode.FAILURE.number();
  }

  private static String place(Exception failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(call -> call.getClassName().startsWith(OURS))
        .findFirst()
        .map(call -> call.getFileName() + ":" + call.getLineNumber())
        .orElse("an unknown place");
  }
}
