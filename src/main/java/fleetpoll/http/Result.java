package fleetpoll.http;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import java.util.Objects;

/**
 * How a poll ended. Instants are those of the clock that the connection was given.
 *
 * @param message what went wrong; null if nothing did
 * @param status of the last answer; 0 if no status line came
 * @param bodyBytes of all answers' bodies, after their Content-Encoding was undone if the request
 *     asked for one
 * @param wireBytes received from the sending to the end: status lines, headers and framing
 *     included, 1xx and surplus bytes too; under TLS as decrypted
 * @param sentNanos when the device began with it, before it looked a name up or connected
 * @param endNanos when the last byte of the answer had come, or when it failed
 * @param redirects followed
 * @param isOpen whether the connection stays open for the next poll
 */
public record Result(
    Outcome outcome,
    String message,
    int status,
    long bodyBytes,
    long wireBytes,
    long sentNanos,
    long endNanos,
    Opening opening,
    int redirects,
    boolean isOpen) {

  /** The same with other words; itself if they are the same. */
  public Result withMessage(String other) {
    return Objects.equals(other, message)
        ? this
        : new Result(
            outcome, other, status, bodyBytes, wireBytes, sentNanos, endNanos, opening, redirects,
            isOpen);
  }

  /** What is recorded of it; the parameters are those of {@link Poll}. */
  public Poll poll(int endpoint, long dueNanos, long readyNanos) {
    return new Poll(
        endpoint,
        dueNanos,
        readyNanos,
        sentNanos,
        endNanos,
        bodyBytes,
        wireBytes,
        opening,
        outcome,
        message);
  }
}
