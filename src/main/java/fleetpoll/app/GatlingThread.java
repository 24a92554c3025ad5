package fleetpoll.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The thread on which Gatling's main method runs, seen from a shutdown hook. Gatling exits with 0,
 * or with 2 if its own assertions failed, and tells only its caller which.
 */
record GatlingThread(Thread thread) {

  private static final long POLL_MILLIS = 10;

  /** On the stack of a thread that has asked the JVM to exit. */
  private static final String SHUTDOWN = "java.lang.Shutdown";

  /** On the stack of the thread whose exit code the JVM is going to have. */
  private static final String HOOKS = "java.lang.ApplicationShutdownHooks";

  /** The JDK's name for the thread that handles a signal such as SIGTERM. */
  private static final Pattern SIGNAL = Pattern.compile("SIG[A-Z0-9]+ handler");

  /**
   * Waits for Gatling's report: it is written when the thread ends or asks to exit, which the
   * shutdown holds up.
   *
   * @param patience after which nobody waits any more
   */
  void awaitEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (thread.isAlive() && !stack().contains(SHUTDOWN) && System.nanoTime() - deadline < 0) {
      try {
        thread.join(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Whether the JVM certainly ends with an exit code of its own that is not 0: by a signal, whose
   * own thread waits for the hooks, by the death of the parent, or by an exception, which leaves
   * Gatling's main method.
   */
  boolean hasEndedOtherwise() {
    return !thread.isAlive()
        || Thread.getAllStackTraces().entrySet().stream()
            .filter(each -> runsHooks(each.getValue()))
            .map(each -> each.getKey().getName())
            .anyMatch(name -> SIGNAL.matcher(name).matches() || name.equals(ParentProcess.WATCHER));
  }

  /** Only the first thread that has asked for the exit does; others wait for it. */
  private static boolean runsHooks(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(HOOKS));
  }

  private List<String> stack() {
    return Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName).toList();
  }
}
