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
public record Expectation(int status, OptionalLong bytes, Optional<ContentCheck> content) {}
