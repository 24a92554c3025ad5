package fleetpoll.study;

import fleetpoll.client.CellResult;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of a client's process.
 *
 * @param started when the process was started
 * @param result empty if the process ended, or was ended, without one
 * @param usage empty if it ended before it could be sampled, or never started
 * @param failure what is wrong with the process; its requests may have failed as well
 */
record Measurement(
    Instant started,
    Optional<CellResult> result,
    Optional<CellUsage> usage,
    Optional<String> failure) {

  /** A process that could not be started. */
  static Measurement notStarted(Instant at, String why) {
    return new Measurement(at, Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
