/**
 * An HTTP proxy through which devices connect.
 *
 * <p>Used by {@code http} and what is above it. Read {@link fleetpoll.http.proxy.Proxy} first.
 */
package fleetpoll.http.proxy;
