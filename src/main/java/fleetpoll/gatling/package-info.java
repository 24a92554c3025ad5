/**
 * A virtual user of Gatling as a device, and the hand-over to Gatling's statistics. The only
 * package that uses Gatling's types.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.gatling.DevicePolls} first.
 */
package fleetpoll.gatling;
