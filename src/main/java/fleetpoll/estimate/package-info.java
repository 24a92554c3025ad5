/**
 * How sure a difference is: intervals of the rounds' ratios and differences, and of counts. It
 * knows no run and no server.
 *
 * <p>Used by {@code compare}. Read {@link fleetpoll.estimate.Estimate} first.
 */
package fleetpoll.estimate;
