package fleetpoll.shard;

import java.util.Optional;

/**
 * A shard whose run is not whole.
 *
 * @param run as far as it goes; empty if even that is unknown
 * @param problem a sentence without its end
 */
record Lost(Optional<ShardRun> run, String problem) {}
