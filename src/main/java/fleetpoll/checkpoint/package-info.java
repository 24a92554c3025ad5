/**
 * Stores what the devices have recorded so far, while they poll.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.checkpoint.Checkpoint} first.
 */
package fleetpoll.checkpoint;
