/**
 * The parameters of a fleet and of a study, checked and typed, nested like {@code fleet.conf}.
 *
 * <p>Used by every package but {@code config}. Read {@link fleetpoll.settings.FleetSettings} first.
 */
package fleetpoll.settings;
