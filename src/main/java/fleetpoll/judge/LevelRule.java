package fleetpoll.judge;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.figure.Statistic;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.ServiceLevel;
import java.util.Optional;

/**
 * Judges a service level, as far as the number of polls and the generator allow.
 *
 * @param plain the level's rule if neither mattered
 */
record LevelRule(ServiceLevel level, Check plain, Evidence evidence) {

  static LevelRule of(ServiceLevel level, Evidence evidence) {
    Check plain =
        level.ofWorstDevice()
            ? new WorstDevice(level).check(evidence)
            : Check.of(level, evidence.run());
    return new LevelRule(level, plain, evidence);
  }

  /**
   * The level's rule. It only warns if too few polls were made to judge it, if it fails by no more
   * than the generator did to it, or if it is met by a figure that may be greater than measured.
   */
  Check check() {
    if (isStarved()) {
      return plain.failed(
          "Only %s of %s succeeded, too few to meet %s."
              .formatted(
                  Numbers.count(endpoint().ok()),
                  Numbers.counted(endpoint().planned(), "planned poll"),
                  level.key()));
    }
    return tooFew()
        .or(() -> hindrance().map(Hindrance::sentence))
        .or(this::lowerBound)
        .map(plain::doubted)
        .orElseGet(() -> unknownMean().map(plain::noted).orElse(plain));
  }

  /** Why a level that is met may not be: its figure may be greater than what could be measured. */
  private Optional<String> lowerBound() {
    if (plain.status() != Status.PASS
        || !evidence.run().isLowerBound(level.figure(), level.endpoint().orElse(null))) {
      return Optional.empty();
    }
    return Optional.of(
        level.figure().isResponse()
            ? "%s of %s got no answer and count with what they had waited by then. So %s is only a lower bound: %s was not judged."
                .formatted(
                    Numbers.count(endpoint().unanswered()),
                    Numbers.counted(endpoint().planned(), "planned poll"),
                    plain.measuredText(),
                    level.key())
            : "The server's memory is known for %s of the measured window, so its peak may be higher: %s was not judged."
                .formatted(evidence.run().resources().targetKnownText(), level.key()));
  }

  /** Why there is no mean although the server's CPU is known at times. */
  private Optional<String> unknownMean() {
    return level.figure() == Figure.SERVER_CPU
            && plain.measured() == null
            && evidence.run().resources().target() != null
            && evidence.run().resources().target().cpuCoresPeak() != null
        ? Optional.of(
            "The server's CPU is known for less than nine tenths of the measured window, too little for a mean: %s fails."
                .formatted(level.key()))
        : Optional.empty();
  }

  /** The rule with a shard's figure, which says nothing about the whole fleet. */
  Check ofPart() {
    return plain.doubted("%s is judged when all shards are merged.".formatted(level.key()));
  }

  /**
   * A rule that the generator breaks if, for what it did, the level cannot be judged; empty if the
   * level can be.
   *
   * @param broken the status of a broken rule
   */
  Optional<Check> generator(Status broken) {
    return isStarved() || tooFew().isPresent()
        ? Optional.empty()
        : hindrance().map(hindrance -> hindrance.check(level.key(), broken));
  }

  /**
   * Whether there were polls enough for a percentile of successes, and too many of them did not
   * succeed. What the generator missed is not counted.
   */
  private boolean isStarved() {
    if (plain.measured() == null
        || level.figure().isOfAllPlanned()
        || !evidence.run().isOfFew(level.figure(), level.endpoint().orElse(null))) {
      return false;
    }
    long chances = endpoint().planned() - endpoint().missed(MissedCause.GENERATOR);
    return !statistic().isOfFew(chances)
        && statistic().isMovedBy(chances - endpoint().ok(), chances);
  }

  private Optional<String> tooFew() {
    String endpoint = level.endpoint().orElse(null);
    if (plain.measured() == null || !evidence.run().isOfFew(level.figure(), endpoint)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s are too few for a %s, which needs %s: %s was not judged."
            .formatted(
                Numbers.counted(endpoint().polls(level.figure()), "poll"),
                statistic().word(),
                Numbers.count(statistic().leastPolls()),
                level.key()));
  }

  private Optional<Hindrance> hindrance() {
    if (plain.status() != Status.FAIL) {
      return Optional.empty();
    }
    if (plain.measured() == null) {
      return level.figure().kind() == Figure.Kind.SERVER
          ? Optional.empty()
          : OwnMisses.together(level, evidence).ofAll(plain);
    }
    if (level.figure() == Figure.MISSED) {
      return OwnMisses.of(level, evidence).flatMap(misses -> misses.of(plain));
    }
    return level.figure().statistic().isEmpty()
        ? Optional.empty()
        : new OwnDelay(level, evidence).of(plain);
  }

  private Statistic statistic() {
    return level.figure().statistic().orElseThrow();
  }

  private EndpointTotals endpoint() {
    return evidence.run().endpoints(level.endpoint().orElseThrow()).get(0);
  }
}
