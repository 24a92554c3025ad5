package fleetpoll.app;

/** The process that started this one, such as Maven. */
final class ParentProcess {

  /** 128 + SIGTERM: as if the signal that ended the parent had reached this process. */
  static final int TERMINATED = 143;

  private ParentProcess() {}

  /** From now on this process ends in order when its parent is gone. */
  static void endWithIt() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(TERMINATED)));
  }
}
