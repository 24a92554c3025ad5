/**
 * The results of a run's polls, in memory: counts, distributions, failures, per device and
 * endpoint.
 *
 * <p>Used by all packages above it. Read {@link fleetpoll.record.FleetRecorder} first.
 */
package fleetpoll.record;
