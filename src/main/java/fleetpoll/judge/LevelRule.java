package fleetpoll.judge;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Statistic;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.settings.ServiceLevel;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Judges a service level, as far as the number of polls and the generator's lateness allow.
 *
 * <p>A late generator makes service times longer too, not only response times: the thread that
 * sends a request late also reads its answer late. Nobody can measure how late it read; its
 * lateness in sending is taken for both.
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
   * The level's rule. It only warns if too few polls were made to judge it, or if it fails by less
   * than the generator was late.
   */
  Check check() {
    return tooFew().or(this::tooLate).map(plain::doubted).orElse(plain);
  }

  /**
   * A rule that the generator breaks if it was so late that the level cannot be judged; empty if it
   * was not.
   *
   * @param broken the status of a broken rule
   */
  Optional<Check> generator(Status broken) {
    return tooFew().isPresent()
        ? Optional.empty()
        : tooLate()
            .map(
                sentence ->
                    Check.atMost(
                            level.key(),
                            "generator's lateness %s, by which %s may have failed"
                                .formatted(at(), level.key()),
                            excess().doubleValue(),
                            lateness(),
                            Unit.MILLIS,
                            broken)
                        .noted(sentence));
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

  private Optional<String> tooLate() {
    if (plain.status() != Status.FAIL
        || plain.measured() == null
        || level.figure().statistic().isEmpty()
        || lateness() == null
        || excess().compareTo(BigDecimal.valueOf(lateness())) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "The generator was late by %s %s: the level of %s cannot be judged (%s)."
            .formatted(
                Unit.MILLIS.rounded(lateness(), excess().doubleValue()),
                at(),
                Unit.MILLIS.exactly(plain.limit()),
                level.key()));
  }

  /**
   * By how much the level fails; decimal, because the difference of two binary fractions is not
   * exact.
   */
  private BigDecimal excess() {
    return BigDecimal.valueOf(plain.measured()).subtract(BigDecimal.valueOf(plain.limit()));
  }

  private Double lateness() {
    return level.ofWorstDevice()
        ? evidence.lateness().at(statistic())
        : endpoint().lateness().at(statistic());
  }

  private String at() {
    return switch (statistic()) {
      case MAX -> "at most";
      case MEAN -> "in the mean";
      default -> "at " + statistic().word();
    };
  }

  private Statistic statistic() {
    return level.figure().statistic().orElseThrow();
  }

  private EndpointTotals endpoint() {
    String name = level.endpoint().orElseThrow();
    return evidence.run().endpoints().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
