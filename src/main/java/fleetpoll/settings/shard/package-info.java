/**
 * Which part of a fleet one generator plays, and when all of them start. A generator that is alone
 * plays the whole fleet.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.shard.ShardSettings} first.
 */
package fleetpoll.settings.shard;
