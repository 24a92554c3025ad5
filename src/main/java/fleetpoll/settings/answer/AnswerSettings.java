package fleetpoll.settings.answer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which answer of an endpoint is a success.
 *
 * @param statuses of a success
 * @param bytes the expected length of the body in bytes; empty: any
 * @param check of the body; empty: none, and no body is kept
 * @param isConditional whether a device asks only for what has changed since its last success of
 *     status 200; the answer 304 is then a success, too
 */
public record AnswerSettings(
    Statuses statuses, OptionalLong bytes, Optional<CheckSettings> check, boolean isConditional) {

  /** An answer of which only status and length matter. */
  public AnswerSettings(Statuses statuses, OptionalLong bytes) {
    this(statuses, bytes, Optional.empty(), false);
  }
}
