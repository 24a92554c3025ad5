/**
 * How many devices a server can carry: the plan of a search for that, its record and its page.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.capacity.SearchPlan} first.
 */
package fleetpoll.capacity;
