package fleetpoll.schedule;

import java.time.Duration;

/**
 * The time at the beginning of a warm-up over which the devices connect, so that they do not all
 * connect within one interval.
 */
record ConnectRamp(Duration duration) {

  /**
   * How many ticks of its warm-up a device leaves out. Devices next to each other leave out
   * different numbers, since their phases are alike.
   *
   * @param ticks of the whole warm-up
   * @param stepNanos between two of them
   */
  long leftOut(int device, long ticks, long stepNanos) {
    long steps = Math.min(ticks, duration.toNanos() / stepNanos);
    return steps == 0 ? 0 : device % steps;
  }
}
