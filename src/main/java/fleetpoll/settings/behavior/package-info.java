/**
 * How a device behaves by itself: when exactly it polls, what it does after a failure, when it is
 * away on its own account, and through which link it reaches its server. A plain device does none
 * of it.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.behavior.BehaviorSettings} first.
 */
package fleetpoll.settings.behavior;
