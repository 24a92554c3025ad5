/**
 * The slow network of a device, in the device's own connection: what comes is read no faster than
 * the link brings it, and what goes leaves no faster.
 *
 * <p>Used by {@code http} and {@code fleet}. Read {@link fleetpoll.http.link.Link} first.
 */
package fleetpoll.http.link;
