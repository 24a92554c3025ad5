package fleetpoll.settings;

/**
 * What a device's HTTP client does on its own account; a plain device does none of it.
 *
 * @param cookies whether a device keeps the cookies it is given
 * @param followRedirects whether a device follows redirects; the hops are then one poll
 */
public record ClientSettings(boolean cookies, boolean followRedirects) {}
