package fleetpoll.judge;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.record.Outcome;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Logins;
import fleetpoll.run.shard.Shard;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.ValidityLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges whether the generator was good enough. Too few ticks and figures that were not measured
 * only warn.
 */
record ValidityRules(ValidityLimits limits, Evidence evidence) {

  List<Check> checks() {
    Stream<Check> rules =
        Stream.of(ledger(), stall(), lateness(), missed(), exhausted(), cpu(), gcPause(), ticks());
    return Stream.of(start().stream(), Stream.of(duration()), cut().stream(), rules)
        .flatMap(Function.identity())
        .toList();
  }

  /** Before what follows from it: missed polls. Nothing if the run was to start at no instant. */
  private Optional<Check> start() {
    Shard shard = evidence.run().shard();
    if (shard == null || shard.startAt() == null) {
      return Optional.empty();
    }
    Check check =
        Check.atMost(
            "start-at",
            "time by which the generator was ready too late",
            0,
            shard.lateS() == null ? null : Double.valueOf(1e3 * shard.lateS()),
            Unit.MILLIS,
            Status.FAIL);
    return Optional.of(
        check.status() == Status.PASS || shard.lateS() == null
            ? check
            : check.noted(
                "The generator was ready %s after its warm-up was to begin, too late to start at %s."
                    .formatted(check.measuredText(), shard.startAt())));
  }

  /** A run that was cut short has not measured all that it was meant to. */
  private Check duration() {
    long due = evidence.sum(EndpointTotals::planned);
    return Check.atLeast(
        "duration",
        "share of the run's polls that came due before its end",
        100,
        Numbers.percentOf(due, evidence.scheduled()),
        Unit.PERCENT,
        evidence.scheduled() == 0 ? Status.WARN : Status.FAIL);
  }

  /**
   * Polls and logins that were in flight when the run was interrupted: nobody knows how they would
   * have ended, and those that take long are among them. Nothing if there were none.
   */
  private Optional<Check> cut() {
    long polls = polls(Outcome.INTERRUPTED);
    long logins = logins(Outcome.INTERRUPTED);
    Check check =
        Check.atMost(
            "interrupted",
            "number of %s in flight that an interruption ended".formatted(requests()),
            0,
            (double) (polls + logins),
            Unit.COUNT,
            Status.FAIL);
    return Optional.of(
            check.noted(
                "An interruption ended %s in flight, and how they would have ended is not known."
                    .formatted(counted(polls, logins))))
        .filter(broken -> polls + logins > 0);
  }

  private static String counted(long polls, long logins) {
    if (logins == 0) {
      return Numbers.counted(polls, "poll");
    }
    String ofLogins = Numbers.counted(logins, "login");
    return polls == 0 ? ofLogins : "%s and %s".formatted(Numbers.counted(polls, "poll"), ofLogins);
  }

  private Check ledger() {
    return Check.atMost(
        "ledger",
        "number of endpoints whose planned is not sent + missed",
        0,
        (double) evidence.run().endpoints().stream().filter(e -> !e.balanced()).count(),
        Unit.COUNT,
        Status.FAIL);
  }

  /** Before what follows from it: lateness and missed polls. */
  private Check stall() {
    Double millis = evidence.run().resources().generator().stallMsLongest();
    return Check.atMost(
        "validity.stall",
        "generator's longest stall",
        millis(limits.stall()),
        millis,
        Unit.MILLIS,
        ifEnough(millis));
  }

  private Check lateness() {
    Double p99 = evidence.lateness().p99Ms();
    return Check.atMost(
        "validity.lateness",
        "p99 of the generator's lateness",
        millis(limits.lateness()),
        p99,
        Unit.MILLIS,
        ifEnough(p99));
  }

  private Check missed() {
    long late = evidence.sum(e -> e.missed(MissedCause.GENERATOR));
    Double percent = Numbers.percentOf(late, evidence.sum(EndpointTotals::planned));
    return Check.atMost(
        "validity.missed",
        "share of planned polls that a late generator missed",
        limits.missedPercent(),
        percent,
        Unit.PERCENT,
        ifEnough(percent));
  }

  private Check exhausted() {
    return Check.atMost(
        "validity.exhausted",
        "number of %s that failed for want of open files or local ports".formatted(requests()),
        limits.exhausted(),
        (double) (polls(Outcome.EXHAUSTED) + logins(Outcome.EXHAUSTED)),
        Unit.COUNT,
        Status.FAIL);
  }

  private long polls(Outcome reason) {
    return evidence.sum(e -> e.koBy().getOrDefault(reason.text(), 0L));
  }

  /** A device without a login misses its polls: what ends its login ends them, too. */
  private long logins(Outcome reason) {
    Logins logins = evidence.run().logins();
    return logins == null ? 0 : logins.koBy().getOrDefault(reason.text(), 0L);
  }

  private String requests() {
    return evidence.run().logins() == null ? "polls" : "polls and logins";
  }

  /**
   * Only a warning if the target runs on the same cores: then the target may be what makes the
   * machine busy.
   */
  private Check cpu() {
    Double cores = evidence.run().resources().generator().cpuCoresMean();
    return Check.atMost(
        "validity.cpu",
        "generator's mean share of the cores that it may use",
        limits.cpuPercent(),
        cores == null ? null : Double.valueOf(100 * cores / evidence.run().versions().cores()),
        Unit.PERCENT,
        evidence.run().resources().oneMachine() ? Status.WARN : ifEnough(cores));
  }

  private Check gcPause() {
    Double millis = evidence.run().resources().generator().gcPauseMsPeak();
    return Check.atMost(
        "validity.gc-pause",
        "garbage collector's pause in the generator's worst second",
        millis(limits.gcPause()),
        millis,
        Unit.MILLIS,
        ifEnough(millis));
  }

  private Check ticks() {
    return Check.atLeast(
        "validity.ticks",
        "number of ticks",
        limits.ticks(),
        (double) evidence.ticks(),
        Unit.COUNT,
        Status.WARN);
  }

  private Status ifEnough(Double measured) {
    return measured == null || evidence.ticks() < limits.ticks() ? Status.WARN : Status.FAIL;
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
