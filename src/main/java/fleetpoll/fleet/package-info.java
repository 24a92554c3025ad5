/**
 * The devices of a run together, on their event loops: one clock, storms, start and end. Knows no
 * Gatling.
 *
 * <p>Used by {@code gatling} and {@code app}. Read {@link fleetpoll.fleet.Fleet} first.
 */
package fleetpoll.fleet;
