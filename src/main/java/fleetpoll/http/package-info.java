/**
 * A device's own connection: HTTP/1.1 on Netty's codec, one request at a time, nothing sent twice.
 * Knows no Gatling.
 *
 * <p>Used by {@code fleet} and {@code app}. Read {@link fleetpoll.http.Connection} first.
 */
package fleetpoll.http;
