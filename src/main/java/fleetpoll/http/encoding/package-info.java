/**
 * How text gets into a request: placeholders filled, and percent-encoded if it is part of a URL.
 *
 * <p>Used by {@code http}. Read {@link fleetpoll.http.encoding.Filling} first.
 */
package fleetpoll.http.encoding;
