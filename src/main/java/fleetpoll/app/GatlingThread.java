package fleetpoll.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The thread on which Gatling's main method runs, seen from a shutdown hook. Gatling exits with 0,
 * or with 2 if its own assertions failed, and tells only its caller which.
 */
record GatlingThread(Thread thread) {

  /** Gatling's report of a long run takes its time, but nobody waits for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long POLL_MILLIS = 10;

  /** Holds Gatling's main method, whose last act is the exit. */
  private static final String MAIN = "io.gatling.app.Gatling$";

  /**
   * Waits for Gatling's report: it is written when the thread ends or asks to exit, which the
   * shutdown holds up.
   */
  void awaitEnd() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (thread.isAlive()
        && !stack().contains("java.lang.Shutdown")
        && System.nanoTime() - deadline < 0) {
      try {
        thread.join(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Whether the JVM is ending because Gatling came to its regular end: not by a signal, whose own
   * thread waits for the hooks, not by an exception, which leaves Gatling's main method, and not by
   * an exit in a simulation.
   */
  boolean hasEndedRegularly() {
    List<String> stack = stack();
    return stack.contains("java.lang.ApplicationShutdownHooks")
        && stack.stream().filter(name -> name.startsWith("io.gatling.")).findFirst().stream()
            .anyMatch(MAIN::equals);
  }

  private List<String> stack() {
    return Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName).toList();
  }
}
