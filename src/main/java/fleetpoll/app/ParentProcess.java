package fleetpoll.app;

import fleetpoll.process.ExitCode;
import fleetpoll.watch.Liveness;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The process that started this one, such as Maven. The JDK's own notice of another process's end
 * does not come where nobody waits for that process, so its end is looked for.
 *
 * @param parent as it was when it was asked for
 */
public record ParentProcess(ProcessHandle parent) {

  /** Name of the thread that ends this process. */
  static final String WATCHER = "end of the parent";

  private static final Duration STEP = Duration.ofMillis(250);

  /** From now on this process ends in order when its parent is gone. */
  public static void endWithIt() {
    ProcessHandle.current().parent().map(ParentProcess::new).ifPresent(ParentProcess::watch);
  }

  private void watch() {
    Thread watcher = new Thread(this::awaitEnd, WATCHER);
    watcher.setDaemon(true);
    watcher.start();
  }

  private void awaitEnd() {
    // Twice, for a look without a file to read is wrong.
    for (int times = 0; times < 2; times = isGone() ? times + 1 : 0) {
      LockSupport.parkNanos(STEP.toNanos());
    }
    System.exit(ExitCode.TERMINATED.number());
  }

  /** An orphan has another parent from then on, at least where processes have a process 1. */
  private boolean isGone() {
    ProcessHandle self = ProcessHandle.current();
    boolean seemsGone = !Optional.of(parent).equals(self.parent()) || !Liveness.isAlive(parent);
    // When this process can open no more files, the system shows it no process at all.
    return seemsGone && self.info().startInstant().isPresent();
  }
}
