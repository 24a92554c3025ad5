/**
 * A search for a capacity in a process of its own, from its first line to its exit code: it makes
 * the trials, stores them and ends in order.
 *
 * <p>Used by the simulations; uses {@code app} for the runs of its trials. Read {@link
 * fleetpoll.app.capacity.CapacityRun} first.
 */
package fleetpoll.app.capacity;
