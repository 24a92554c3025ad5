/**
 * The server under test: embedded, started from a command, or any URL.
 *
 * <p>Used by {@code app}, {@code cli} and {@code study}. Read {@link fleetpoll.server.Target}
 * first.
 */
package fleetpoll.server;
