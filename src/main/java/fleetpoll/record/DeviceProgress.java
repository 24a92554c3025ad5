package fleetpoll.record;

/**
 * What one device has done so far with one endpoint; a poll that ends meanwhile may be in some of
 * the figures and not yet in others.
 *
 * @param missed for whatever cause
 * @param serviceSumMicros of its successes
 */
public record DeviceProgress(long ok, long ko, long missed, long serviceSumMicros) {}
