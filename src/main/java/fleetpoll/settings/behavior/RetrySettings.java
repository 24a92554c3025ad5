package fleetpoll.settings.behavior;

import java.time.Duration;

/**
 * For how long a device stays away after its n-th failure in a row: for {@code first · factor^(n −
 * 1)}, at most {@code most}, and then by up to {@code jitterPercent} more or less, at random.
 *
 * @param first after the first failure
 * @param factor at least 1
 * @param most at least {@code first}; the jitter may exceed it
 * @param jitterPercent 0 … 100
 */
public record RetrySettings(Duration first, double factor, Duration most, double jitterPercent) {

  /**
   * How long a device stays away.
   *
   * @param failures in a row, at least 1
   * @param random 0 … 1; a half is no jitter
   */
  public long backOffNanos(int failures, double random) {
    double grown = first.toNanos() * Math.pow(factor, failures - 1.0);
    double nanos = Math.min(most.toNanos(), grown);
    return Math.round(nanos * (1 + jitterPercent / 100 * (2 * random - 1)));
  }
}
