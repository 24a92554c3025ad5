/**
 * The commands that need no Gatling: serve, report, compare, merge.
 *
 * <p>Used by nobody. Read {@link fleetpoll.cli.Fleetpoll} first.
 */
package fleetpoll.cli;
