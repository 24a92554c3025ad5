/**
 * What the polls of a run came to, in memory: counts, distributions, failures, per device and
 * endpoint.
 *
 * <p>Used by all packages above it. Read {@link fleetpoll.record.FleetRecorder} first.
 */
package fleetpoll.record;
