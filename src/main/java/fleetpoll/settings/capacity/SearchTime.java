package fleetpoll.settings.capacity;

import java.time.Duration;

/**
 * How long the trials of a search take, roughly.
 *
 * @param warmUp of a trial
 * @param trial how long each device polls in it
 * @param coolDown between two trials
 */
public record SearchTime(Duration warmUp, Duration trial, Duration coolDown) {

  /**
   * How long a trial takes from the start of its process to its warm-up, and from its last poll to
   * its exit.
   */
  public static final Duration OVERHEAD = Duration.ofSeconds(6);

  /** How long one takes, its start and its end left out. */
  public Duration schedule() {
    return warmUp.plus(trial);
  }

  /** How long one takes, from the start of its process to its exit. */
  public Duration each() {
    return OVERHEAD.plus(schedule());
  }

  /** How long so many take, the pauses between them included. */
  public Duration of(int trials) {
    return trials == 0
        ? Duration.ZERO
        : each().multipliedBy(trials).plus(coolDown.multipliedBy(trials - 1L));
  }
}
