package fleetpoll.watch;

import java.util.Optional;

/** Reads the resources of one source. Belongs to one thread. */
interface Probe {

  /** Whose resources they are. */
  Source source();

  /**
   * The source's resources now; empty where it is not there.
   *
   * @param atNanos now, since the fleet's origin
   * @throws RuntimeException when it cannot be read
   */
  Optional<Sample> sample(long atNanos);
}
