/**
 * Whose certificates are trusted when Fleetpoll connects by TLS, and what is wrong with one that is
 * not.
 *
 * <p>Used by {@code settings} and what is above it. Read {@link fleetpoll.trust.Trust} first.
 */
package fleetpoll.trust;
