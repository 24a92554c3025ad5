/**
 * A run's page, its console lines and its junit.xml, and what all pages share.
 *
 * <p>Used by {@code compare}, {@code study}, {@code cli} and {@code app}. Read {@link
 * fleetpoll.report.DevicesPage} first.
 */
package fleetpoll.report;
