/**
 * Puts together the runs of a fleet's shards to the run of the whole fleet.
 *
 * <p>Used by {@code cli}. Read {@link fleetpoll.shard.ShardMerge} first.
 */
package fleetpoll.shard;
