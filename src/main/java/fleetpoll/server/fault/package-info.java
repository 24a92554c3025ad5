/**
 * What the embedded target does wrong on purpose: which faults there are, how they are written, and
 * which requests they hit.
 *
 * <p>Used by {@code server} and {@code cli}. Read {@link fleetpoll.server.fault.Fault} first.
 */
package fleetpoll.server.fault;
