/**
 * When each device is due to poll, as arithmetic: nothing here waits or sends.
 *
 * <p>Used by all packages above it. Read {@link fleetpoll.schedule.FleetSchedule} first.
 */
package fleetpoll.schedule;
