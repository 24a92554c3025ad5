package fleetpoll.app;

import fleetpoll.process.MavenPlugin;

/** Whether this process belongs to the run alone: the run ends it, and starts others like it. */
public final class OwnProcess {

  private OwnProcess() {}

  /**
   * Checks that it does.
   *
   * @throws IllegalStateException if the process is Maven's
   */
  public static void check() {
    if (MavenPlugin.isThisJvm(OwnProcess.class)) {
      throw new IllegalStateException(
          "Fleetpoll does not run in Maven's own process: leave out -Dgatling.sameProcess.");
    }
  }
}
