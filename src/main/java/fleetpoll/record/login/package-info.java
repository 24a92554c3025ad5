/**
 * What the devices' logins came to, apart from the ledger of polls.
 *
 * <p>Used by {@code record} and the packages above it. Read {@link
 * fleetpoll.record.login.FleetLogins} first.
 */
package fleetpoll.record.login;
