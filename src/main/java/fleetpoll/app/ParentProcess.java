package fleetpoll.app;

import fleetpoll.process.ExitCode;

/** The process that started this one, such as Maven. */
final class ParentProcess {

  private ParentProcess() {}

  /** From now on this process ends in order when its parent is gone. */
  static void endWithIt() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> parent.onExit().thenRun(() -> System.exit(ExitCode.TERMINATED.number())));
  }
}
