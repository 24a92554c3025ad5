/**
 * Searches for a capacity: the trials, what they allow to claim, and the page that shows it.
 *
 * <p>Used by {@code cli} and {@code app}, which make the trials. Read {@link
 * fleetpoll.capacity.Capacity} first.
 */
package fleetpoll.capacity;
