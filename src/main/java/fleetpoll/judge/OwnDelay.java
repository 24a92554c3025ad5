package fleetpoll.judge;

import fleetpoll.figure.Statistic;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Silence;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.ServiceLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds by how much the generator itself may have made a time longer.
 *
 * <p>A late generator makes service times longer too, not only response times: the thread that
 * sends a request late also reads its answer late. Nobody can measure how late it read; its
 * lateness in sending is taken for both. A poll that was missed or in flight in a stall has no such
 * lateness; the longest stall is taken for it. A poll that the generator missed also waits for the
 * device's next one.
 */
record OwnDelay(ServiceLevel level, Evidence evidence) {

  /** The delay, if the level fails by less; empty if it fails for certain. */
  Optional<Hindrance> of(Check failed) {
    BigDecimal excess = excess(failed);
    double late = latenessMs();
    double stall = stallMs();
    if (isLess(excess, Math.max(late, stall))) {
      return Optional.of(ofTime(excess.doubleValue(), late, stall, failed));
    }
    double untilNext = Math.max(late, stall) + heldBackMs();
    return isLess(excess, untilNext)
        ? Optional.of(ofMisses(excess.doubleValue(), untilNext, failed))
        : Optional.empty();
  }

  private static boolean isLess(BigDecimal excess, double ms) {
    return excess.compareTo(BigDecimal.valueOf(ms)) < 0;
  }

  private Hindrance ofTime(double excess, double late, double stall, Check failed) {
    boolean stood = stall > late;
    double delay = stood ? stall : late;
    String at = stood && statistic() != Statistic.MEAN ? "at most" : at();
    return new Hindrance(
        "generator's %s %s".formatted(stood ? "stall" : "lateness", at),
        excess,
        delay,
        Unit.MILLIS,
        "The generator %s %s %s: the level of %s cannot be judged (%s)."
            .formatted(
                stood ? "stood still for" : "was late by",
                Unit.MILLIS.rounded(delay, excess),
                at,
                Unit.MILLIS.exactly(failed.limit()),
                level.key()));
  }

  private Hindrance ofMisses(double excess, double untilNext, Check failed) {
    return new Hindrance(
        "time to the next poll after those that the generator missed",
        excess,
        untilNext,
        Unit.MILLIS,
        "The generator missed polls, by which the %s may be up to %s longer: the level of %s cannot be judged (%s)."
            .formatted(
                level.figure().text(),
                Unit.MILLIS.rounded(untilNext, excess),
                Unit.MILLIS.exactly(failed.limit()),
                level.key()));
  }

  /** Decimal, because the difference of two binary fractions is not exact. */
  private static BigDecimal excess(Check failed) {
    return BigDecimal.valueOf(failed.measured()).subtract(BigDecimal.valueOf(failed.limit()));
  }

  private double latenessMs() {
    Stream<Double> lateness =
        level.ofWorstDevice()
            ? Stream.of(evidence.lateness()).map(all -> all.at(statistic()))
            : endpoints().stream().map(each -> each.lateness().at(statistic()));
    return lateness.filter(Objects::nonNull).mapToDouble(ms -> ms).max().orElse(0);
  }

  /** 0 if too few polls met a stall to have moved the figure. */
  private double stallMs() {
    Double longest = evidence.run().resources().generator().stallMsLongest();
    return longest == null
        ? 0
        : endpoints().stream().mapToDouble(each -> longest * weight(each)).max().orElse(0);
  }

  /** By how much the wait for the next poll may have moved the figure; 0 also if unknown. */
  private double heldBackMs() {
    if (isService()) {
      return 0;
    }
    if (level.ofWorstDevice()) {
      Silence longest = evidence.run().silence();
      return longest == null || longest.heldBackMs() == null ? 0 : longest.heldBackMs();
    }
    EndpointTotals polls = evidence.run().endpoints(level.endpoint().orElseThrow()).get(0);
    return polls.heldBackMaxMs() == null
        ? 0
        : polls.heldBackMaxMs() * weight(polls.missed(MissedCause.GENERATOR), polls.planned());
  }

  /** The part of a stall that the figure may contain, 0 to 1. */
  private double weight(EndpointTotals polls) {
    long met = polls.stalled() == null ? 0 : polls.stalled();
    long all = polls.sent();
    if (!isService()) {
      met += polls.missed(MissedCause.GENERATOR);
      all = polls.planned();
    }
    return weight(met, all);
  }

  private double weight(long met, long all) {
    if (statistic() == Statistic.MEAN) {
      return all == 0 ? 0 : Math.min(1, (double) met / all);
    }
    return statistic().isMovedBy(met, all) ? 1 : 0;
  }

  /** A response time begins at the due, which is the same for all endpoints of a tick. */
  private List<EndpointTotals> endpoints() {
    return evidence.run().endpoints(isService() ? level.endpoint().orElseThrow() : null);
  }

  private boolean isService() {
    return !level.ofWorstDevice() && !level.figure().isResponse();
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
}
