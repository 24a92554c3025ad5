package fleetpoll.app.capacity;

import fleetpoll.app.ParentProcess;
import fleetpoll.process.ExitCode;
import java.io.IOException;

/** The process of a search: however it ends, the search ends in order. */
record CapacityProcess(CapacityTrials trials) {

  /** Makes all trials. A shutdown hook stores and draws the search, so exit when this returns. */
  ExitCode run() throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the search"));
    ParentProcess.endWithIt();
    return trials.run();
  }

  /** The one shutdown hook. It cannot change the JVM's exit code, except by ending it here. */
  private void end() {
    if (!trials.end()) {
      Runtime.getRuntime().halt(ExitCode.FAILURE.number());
    }
  }
}
