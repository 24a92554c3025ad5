package fleetpoll.http;

/**
 * What a device takes of an answer, in bytes.
 *
 * @param statusLine the longest status line
 * @param header the longest header, all fields together, its line ends not counted
 * @param keptBody the longest body that is kept for a {@link Expectation.ContentCheck}
 */
public record Limits(int statusLine, int header, int keptBody) {}
