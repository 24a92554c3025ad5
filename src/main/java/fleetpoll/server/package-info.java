/**
 * The server under test: embedded, started from a command, or any URL.
 *
 * <p>Used by {@code run} and what is above it. Read {@link fleetpoll.server.Target} first.
 */
package fleetpoll.server;
