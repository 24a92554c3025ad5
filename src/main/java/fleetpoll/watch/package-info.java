/**
 * What server, generator and host use, sampled once a second, and how processes are read.
 *
 * <p>Used by {@code fleet} and what is above it. Read {@link fleetpoll.watch.Watch} first.
 */
package fleetpoll.watch;
