/**
 * The counters of a run while it goes on, for Redis and Prometheus.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.live.FleetMetrics} first.
 */
package fleetpoll.live;
