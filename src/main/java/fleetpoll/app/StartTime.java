package fleetpoll.app;

import fleetpoll.report.Durations;
import fleetpoll.settings.FleetSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the instant at which a fleet is to start is one for which it can wait. */
final class StartTime {

  /** A wrong date or zone is more likely than somebody who waits for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private StartTime() {}

  /** What is wrong with it, as a sentence; empty if nothing is, or if there is no such instant. */
  static Optional<String> obstacle(FleetSettings settings, Instant now) {
    return settings.shard().startAt().flatMap(start -> obstacle(start, now));
  }

  private static Optional<String> obstacle(Instant start, Instant now) {
    Duration wait = Duration.between(now, start);
    if (wait.isNegative()) {
      return Optional.of(
          "start-at: %s was %s ago, by this machine's clock: this generator is too late"
              .formatted(start, Durations.rounded(wait.negated())));
    }
    return wait.compareTo(LONGEST_WAIT) > 0
        ? Optional.of(
            "start-at: %s is %s ahead, by this machine's clock, and 1 d is the most"
                .formatted(start, Durations.rounded(wait)))
        : Optional.empty();
  }
}
