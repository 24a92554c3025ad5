/**
 * What an endpoint's request carries: its body, and what is another value in each poll.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.body.BodySettings} first.
 */
package fleetpoll.settings.body;
