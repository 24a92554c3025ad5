package fleetpoll.study;

import fleetpoll.client.CellResult;
import java.time.Instant;
import java.util.Optional;

/**
 * What a client's process has given.
 *
 * @param started when the process was started
 * @param result empty: it ended, or was ended, without one
 * @param usage empty: it ended before anything was seen of it, or never started
 * @param failure what is wrong with the process; its requests may be wrong besides
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
