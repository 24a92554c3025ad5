package fleetpoll.watch;

import java.util.Optional;
import java.util.stream.IntStream;

/** The processes of a machine. */
public interface Processes {

  /** The processes of the machine that this process runs on. */
  static Processes ofThisMachine() {
    return new LocalProcesses(Oshi.ofThisMachine().getOperatingSystem());
  }

  /** A process, already read; empty if none with that id is alive. */
  Optional<LiveProcess> find(int pid);

  /** All below a process, down to the last. */
  IntStream descendants(int pid);
}
