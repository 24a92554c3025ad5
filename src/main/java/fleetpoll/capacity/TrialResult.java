package fleetpoll.capacity;

import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Event;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is as a trial. A run that says nothing about its size is none: neither the server nor
 * the generator was the limit if somebody ended the run, or if its record was lost.
 */
public sealed interface TrialResult {

  /** It says something about its size. */
  record Counts(CapacityTrial trial) implements TrialResult {}

  /**
   * It says nothing about its size: it ended early, its record is not whole, or not all of its
   * levels could be judged.
   *
   * @param why a sentence
   */
  record SaysNothing(String why) implements TrialResult {}

  /** A process that a signal has ended has a larger exit code. */
  int MOST_WITHOUT_SIGNAL = 128;

  /** Rules of validity that a weak generator does not break. */
  Set<String> NOT_THE_GENERATOR = Set.of("duration", "interrupted", "ledger");

  /**
   * What the run of a folder is as a trial: if it is valid, it fails if a level is not met, and
   * holds if all are; if it is INVALID because of what the generator did, or had no memory for, the
   * generator was the limit.
   *
   * @param number of the trial, from 1
   * @param next what was to be tried: the run itself stores its target without what is secret
   * @param search the folder of the search
   */
  static TrialResult of(int number, Next next, Run run, RunFolder folder, CapacityFolder search) {
    Verdict verdict = run.verdict();
    Optional<Outcome> outcome =
        switch (verdict.judgement()) {
          case PASS ->
              isJudged(verdict.levels()) ? Optional.of(Outcome.HOLDS) : Optional.<Outcome>empty();
          case FAIL -> Optional.of(Outcome.FAILS);
          case VALID -> Optional.empty();
          case INVALID -> Optional.of(Outcome.GENERATOR).filter(limit -> isGenerator(run));
        };
    return outcome
        .<TrialResult>map(known -> counts(number, next, run, folder, search, known))
        .orElseGet(() -> new SaysNothing(verdict.reason()));
  }

  /**
   * A level that was not judged may be one that is not met, as that of a percentile of few polls.
   */
  private static boolean isJudged(List<Check> levels) {
    return levels.stream().allMatch(level -> level.status() == Status.PASS);
  }

  /**
   * The same, unless the run met its levels and yet its process did not succeed: then an assertion
   * of its simulation failed. A signal is no failure; it may reach a run that has its record.
   *
   * @param code with which the process ended
   */
  default TrialResult unlessCode(int code) {
    return code > 0
            && code <= MOST_WITHOUT_SIGNAL
            && this instanceof Counts counts
            && counts.trial().outcome() == Outcome.HOLDS
        ? new SaysNothing(
            "Its levels were met, but it ended with exit code %s, as if an assertion had failed."
                .formatted(code))
        : this;
  }

  /** A verdict can also be INVALID for what is not in its rules, as a lost record. */
  private static boolean isGenerator(Run run) {
    List<Check> limits = broken(run.verdict());
    return !run.isRunning()
        && (isOutOfMemory(run)
            || !run.interrupted()
                && !limits.isEmpty()
                && limits.stream().noneMatch(limit -> NOT_THE_GENERATOR.contains(limit.key()))
                && run.missing().isEmpty());
  }

  /** Then the run has ended itself, and what is missing of its record is so for want of memory. */
  private static boolean isOutOfMemory(Run run) {
    return run.events().stream().anyMatch(event -> event.kind().equals(Event.OF_MEMORY));
  }

  private static List<Check> broken(Verdict verdict) {
    return verdict.validity().stream().filter(check -> check.status() == Status.FAIL).toList();
  }

  /** Those that name what the generator lacked: that the run was short names nothing. */
  private static List<Check> limits(Verdict verdict) {
    return broken(verdict).stream()
        .filter(limit -> !NOT_THE_GENERATOR.contains(limit.key()))
        .toList();
  }

  private static Counts counts(
      int number, Next next, Run run, RunFolder folder, CapacityFolder search, Outcome outcome) {
    return new Counts(
        new CapacityTrial(
            number,
            next.target(),
            run.versions().server(),
            next.devices(),
            run.start(),
            run.end(),
            search.pathTo(folder.path()),
            outcome,
            run.verdict().judgement(),
            run.verdict().reason(),
            run.verdict().levels(),
            outcome == Outcome.GENERATOR ? limits(run.verdict()) : List.of(),
            TrialFigures.of(run)));
  }
}
