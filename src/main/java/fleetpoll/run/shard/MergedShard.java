package fleetpoll.run.shard;

import java.time.Instant;

/**
 * One of the runs that were merged into another.
 *
 * @param shard which part of the fleet it was
 * @param id name of its run folder when the run began
 * @param uuid of its run
 * @param folder that was merged, as seen from the folder of the merged run, or absolute
 * @param sha256 of its {@code run.json} when it was merged, in hexadecimal digits
 * @param devices that it had
 * @param start of its measured window, by its own clock
 * @param cpuPercent its generator's mean share of the cores that it could use; null if unknown
 * @param latenessP99Ms of all polls that it sent; null if it sent none
 * @param stallMsLongest for which one of its event loops stood still at a time; null if unknown
 */
public record MergedShard(
    Shard shard,
    String id,
    String uuid,
    String folder,
    String sha256,
    int devices,
    Instant start,
    Double cpuPercent,
    Double latenessP99Ms,
    Double stallMsLongest) {}
