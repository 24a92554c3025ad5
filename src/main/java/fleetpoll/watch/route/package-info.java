/**
 * Where this machine's routes lead: whether an address is one of its own containers.
 *
 * <p>Used by {@code watch}; uses no other package. Read {@link
 * fleetpoll.watch.route.ContainerNetworks} first.
 */
package fleetpoll.watch.route;
