/**
 * Gives a run its verdict: whether the generator was good enough, and whether the service levels
 * were met.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.judge.Judge} first.
 */
package fleetpoll.judge;
