package fleetpoll.schedule;

/**
 * By how much each tick of a device is later than its place on the grid: the same for the same
 * seed.
 *
 * @param stream of random numbers, the device's own
 * @param mostNanos the limit that no delay reaches
 * @param slotNanos delays are multiples of it, at least 1
 */
record TickJitter(long stream, long mostNanos, long slotNanos) {

  /** The delay of tick {@code k}: 0 … {@code mostNanos} − 1. */
  long nanos(long k) {
    long nanos = (long) (DeviceRandom.at(stream, k) * mostNanos);
    return nanos - nanos % slotNanos;
  }
}
