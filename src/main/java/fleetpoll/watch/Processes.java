package fleetpoll.watch;

import java.util.Optional;
import java.util.stream.IntStream;

/** The processes of a machine. */
interface Processes {

  /** A process, read; empty when there is none alive of that id. */
  Optional<LiveProcess> find(int pid);

  /** All below a process, down to the last. */
  IntStream descendants(int pid);
}
