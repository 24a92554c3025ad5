/**
 * Gives a run its verdict: whether the generator was good enough, and whether the service levels
 * were met.
 *
 * <p>Used by {@code app} and {@code shard}. Read {@link fleetpoll.judge.Judge} first.
 */
package fleetpoll.judge;
