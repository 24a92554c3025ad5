/**
 * Which part of a fleet a run was, and how its clock was set against the server's.
 *
 * <p>Used by {@code record} and the packages above it. Read {@link fleetpoll.run.shard.Shard}
 * first.
 */
package fleetpoll.run.shard;
