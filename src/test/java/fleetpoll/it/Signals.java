package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Signals to processes that a test has started. */
final class Signals {

  private Signals() {}

  /** Sends a signal such as {@code STOP} to a process. */
  static void send(String signal, long pid) throws IOException, InterruptedException {
    // A group's number begins with a dash, as an option does.
    Process kill =
        new ProcessBuilder("kill", "-" + signal, "--", Long.toString(pid)).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  /** Sends a signal to all processes of the group that a process leads, as a terminal does. */
  static void sendToGroup(String signal, long leader) throws IOException, InterruptedException {
    send(signal, -leader);
  }
}
