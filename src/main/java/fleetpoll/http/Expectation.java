package fleetpoll.http;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which answer is a success.
 *
 * @param status the expected status code
 * @param bytes the expected length of the body, after its Content-Encoding was undone if the
 *     request asked for one; empty: any
 * @param content what judges the body, which is kept for it; empty: no body is kept
 */
public record Expectation(int status, OptionalLong bytes, Optional<ContentCheck> content) {

  /** Judges the content of an answer whose status and length are as expected. */
  public interface ContentCheck {

    /**
     * What is wrong with the body, or null if nothing is.
     *
     * @param body whole, after its Content-Encoding was undone if the request asked for one
     */
    String fault(byte[] body);
  }
}
