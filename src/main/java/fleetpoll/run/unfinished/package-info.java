/**
 * What there is of a run that has not ended: its checkpoints, and the process that makes it.
 *
 * <p>Used by {@code run} and what is above it. Read {@link
 * fleetpoll.run.unfinished.CheckpointFolder} first.
 */
package fleetpoll.run.unfinished;
