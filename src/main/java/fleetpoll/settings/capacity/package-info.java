/**
 * What {@code capacity.conf} says: for which capacity to search, and for how long.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.capacity.CapacitySettings} first.
 */
package fleetpoll.settings.capacity;
