package fleetpoll.watch;

import java.util.Optional;

/** Reads the resources of one source. Belongs to one thread. */
interface Probe {

  /** The source whose resources it reads. */
  Source source();

  /**
   * The source's resources now; empty if it is not there.
   *
   * @param atNanos the current instant, since the fleet's origin
   * @throws RuntimeException if it cannot be read
   */
  Optional<Sample> sample(long atNanos);

  /** Called after the last sample. */
  default void end() {}
}
