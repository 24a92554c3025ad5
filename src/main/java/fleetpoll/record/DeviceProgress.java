package fleetpoll.record;

/**
 * One device's polls of one endpoint so far. A poll that ends while this is read may be in some of
 * the figures only.
 *
 * @param missed for whatever cause
 * @param missedByGenerator of those, because the generator was late or stood still
 * @param serviceSumMicros of its successes
 */
public record DeviceProgress(
    long ok, long ko, long missed, long missedByGenerator, long serviceSumMicros) {}
