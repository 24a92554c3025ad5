/**
 * How text gets into a request: placeholders filled, and percent-encoded if it is part of a URL.
 * How an answer's Content-Encoding is undone, and what its Set-Cookie says.
 *
 * <p>Used by {@code http}. Read {@link fleetpoll.http.encoding.Filling} first.
 */
package fleetpoll.http.encoding;
