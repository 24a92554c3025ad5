/**
 * How parameters are read: layers of files and command line, origins, types, and one list of all
 * problems. Knows no parameter of Fleetpoll.
 *
 * <p>Used by {@code settings} and what is above it. Read {@link fleetpoll.config.Keys} first.
 */
package fleetpoll.config;
