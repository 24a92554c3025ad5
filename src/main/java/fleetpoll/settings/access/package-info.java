/**
 * How a device gets access to its server: as whom it connects, and by which proxy.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.access.AccessSettings} first.
 */
package fleetpoll.settings.access;
