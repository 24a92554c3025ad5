package fleetpoll.schedule;

import fleetpoll.settings.behavior.DutySettings;

/**
 * When a device is there and when it is away. A cycle begins with the device's coming back and its
 * first tick; as many ticks follow as whole intervals fit; then it leaves. Ticks are counted over
 * all cycles from the first tick that the device plans.
 *
 * @param originNanos when the first cycle begins, of which the device may miss a part
 * @param intervalNanos between two ticks
 * @param onNanos for how long it is there
 * @param cycleNanos from one coming back to the next
 * @param skipped ticks from the origin to the first that the device plans
 * @param endNanos when the device's last interval is over
 */
record DutyCycle(
    long originNanos,
    long intervalNanos,
    long onNanos,
    long cycleNanos,
    long skipped,
    long endNanos) {

  /**
   * The cycle of a device that begins within it.
   *
   * @param firstNanos when the device begins
   * @param placeNanos which part of its cycle is over then, less than a cycle
   */
  static DutyCycle of(
      DutySettings duty, long firstNanos, long intervalNanos, long placeNanos, long endNanos) {
    long onNanos = duty.on().toNanos();
    long place = placeNanos - placeNanos % intervalNanos;
    long skipped = Math.min(onNanos / intervalNanos, place / intervalNanos);
    return new DutyCycle(
        firstNanos - place, intervalNanos, onNanos, duty.cycle().toNanos(), skipped, endNanos);
  }

  private long onTicks() {
    return onNanos / intervalNanos;
  }

  /** How many ticks it plans: those whose intervals are over by the end. */
  long ticks() {
    long sinceOrigin = endNanos - originNanos;
    return sinceOrigin / cycleNanos * onTicks()
        + Math.min(onTicks(), sinceOrigin % cycleNanos / intervalNanos)
        - skipped;
  }

  /** Where tick {@code k} is. */
  long placeNanos(long k) {
    long tick = k + skipped;
    return originNanos + tick / onTicks() * cycleNanos + tick % onTicks() * intervalNanos;
  }

  /** How many ticks are at {@code nowNanos} or before. */
  long placedBy(long nowNanos) {
    long sinceOrigin = nowNanos - originNanos;
    if (sinceOrigin < 0) {
      return 0;
    }
    long ofThisCycle = Math.min(onTicks(), sinceOrigin % cycleNanos / intervalNanos + 1);
    return Math.max(0, sinceOrigin / cycleNanos * onTicks() + ofThisCycle - skipped);
  }

  /** Whether the device is there. */
  boolean isOn(long nowNanos) {
    return Math.floorMod(nowNanos - originNanos, cycleNanos) < onNanos;
  }

  /** When the device leaves after tick {@code k}. */
  long leavesAfterNanos(long k) {
    return originNanos + (k + skipped) / onTicks() * cycleNanos + onNanos;
  }

  /** Since when the device is away before tick {@code k}: the tick's own place if it is not. */
  long leavesNanos(long k) {
    long place = placeNanos(k);
    return (k + skipped) % onTicks() == 0 ? place - (cycleNanos - onNanos) : place;
  }
}
