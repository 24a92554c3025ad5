/**
 * One process from its first line to its exit code. A simulation of Gatling calls it.
 *
 * <p>Used by the simulations. Read {@link fleetpoll.app.FleetRun} first.
 */
package fleetpoll.app;
