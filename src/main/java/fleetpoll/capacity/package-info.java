/**
 * How many devices a server can carry: the plan of a search for that, its trials, what they allow
 * to claim, and the page that shows it.
 *
 * <p>Used by {@code cli} and {@code app}, which makes the trials. Read {@link
 * fleetpoll.capacity.Capacity} first.
 */
package fleetpoll.capacity;
