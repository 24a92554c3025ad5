package fleetpoll.capacity;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.util.List;
import java.util.Set;

/**
 * What a run is as a trial. A run that says nothing about its size is none: neither the server nor
 * the generator was the limit if somebody ended the run, or if its record was lost.
 */
public sealed interface TrialResult {

  /** It says something about its size. */
  record Counts(CapacityTrial trial) implements TrialResult {}

  /**
   * It says nothing about its size: it ended early, its record is not whole, or no level could be
   * judged.
   *
   * @param why a sentence
   */
  record SaysNothing(String why) implements TrialResult {}

  /** Rules of validity that a weak generator does not break. */
  Set<String> NOT_THE_GENERATOR = Set.of("duration", "ledger");

  /**
   * What the run of a folder is as a trial: if it is valid, it holds unless a level is not met; if
   * it is INVALID because of what the generator did, the generator was the limit.
   *
   * @param number of the trial, from 1
   * @param search the folder of the search
   */
  static TrialResult of(int number, Run run, RunFolder folder, CapacityFolder search) {
    Verdict verdict = run.verdict();
    List<Check> limits =
        verdict.judgement() == Judgement.INVALID ? failed(verdict.validity()) : List.of();
    return switch (verdict.judgement()) {
      case PASS -> counts(number, run, folder, search, Outcome.HOLDS, limits);
      case FAIL -> counts(number, run, folder, search, Outcome.FAILS, limits);
      case VALID -> new SaysNothing(verdict.reason());
      case INVALID ->
          isGenerator(run, limits)
              ? counts(number, run, folder, search, Outcome.GENERATOR, limits)
              : new SaysNothing(verdict.reason());
    };
  }

  /** A verdict can also be INVALID for what is not in its rules, as a lost record. */
  private static boolean isGenerator(Run run, List<Check> limits) {
    return !run.isRunning()
        && !run.interrupted()
        && !limits.isEmpty()
        && limits.stream().noneMatch(limit -> NOT_THE_GENERATOR.contains(limit.key()))
        && run.missing().isEmpty();
  }

  private static List<Check> failed(List<Check> checks) {
    return checks.stream().filter(check -> check.status() == Status.FAIL).toList();
  }

  private static Counts counts(
      int number,
      Run run,
      RunFolder folder,
      CapacityFolder search,
      Outcome outcome,
      List<Check> limits) {
    return new Counts(
        new CapacityTrial(
            number,
            run.writtenTarget(),
            run.versions().server(),
            run.devices().size(),
            run.start(),
            run.end(),
            search.pathTo(folder),
            outcome,
            run.verdict().judgement(),
            run.verdict().reason(),
            run.verdict().levels(),
            limits,
            TrialFigures.of(run)));
  }
}
