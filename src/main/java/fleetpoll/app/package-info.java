/**
 * One process from its first line to its exit code: what a simulation of Gatling calls.
 *
 * <p>Used by the simulations. Read {@link fleetpoll.app.FleetRun} first.
 */
package fleetpoll.app;
