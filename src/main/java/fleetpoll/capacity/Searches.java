package fleetpoll.capacity;

import fleetpoll.capacity.search.Finding;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.capacity.search.Goal;
import fleetpoll.capacity.search.Known;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Search;
import fleetpoll.capacity.search.Step;
import fleetpoll.capacity.search.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The searches of several targets, whose trials take turns: whatever changes on the machines in the
 * meantime hits all targets alike. Which target comes next follows from the trials alone, so that
 * searches that were interrupted go on as they would have. Safe for concurrent use.
 */
public final class Searches {

  private static final Set<Reason> ANSWERS = EnumSet.of(Reason.FOUND, Reason.TO, Reason.FROM);

  private final Goal goal;
  private final List<String> targets;
  private final List<CapacityTrial> trials;
  private final Map<String, GivenUp> givenUp = new HashMap<>();

  /**
   * That the trials of some sizes said nothing.
   *
   * @param why a sentence about the latest of them
   * @param sizes in their order
   */
  private record GivenUp(String why, List<Integer> sizes) {

    static final GivenUp NOTHING = new GivenUp("", List.of());

    GivenUp and(int devices, String reason) {
      return new GivenUp(reason, Stream.concat(sizes.stream(), Stream.of(devices)).toList());
    }

    /**
     * They end a search as two trials in which the generator was the limit: what held below is
     * decided, and a size above the server's limit is of no interest.
     */
    Stream<Trial> trials() {
      return sizes.stream()
          .map(devices -> new Trial(devices, Outcome.GENERATOR))
          .flatMap(trial -> Stream.of(trial, trial));
    }
  }

  /** A trial to make. */
  public record Next(String target, int devices) {}

  /**
   * @param targets in their order, at least one
   * @param trials that have ended, in their order
   */
  public Searches(Goal goal, List<String> targets, List<CapacityTrial> trials) {
    this.goal = goal;
    this.targets = List.copyOf(targets);
    this.trials = new ArrayList<>(trials);
  }

  /**
   * The next trial; empty if no target needs one, or if there is no time for one.
   *
   * @param affordable how many more trials there is time for, of all targets
   */
  public synchronized Optional<Next> next(long affordable) {
    List<String> open = targets.stream().filter(this::isOpen).toList();
    long each = open.isEmpty() ? 0 : (affordable + open.size() - 1) / open.size();
    return inTurn().stream()
        .filter(open::contains)
        .flatMap(target -> next(target, each).stream())
        .findFirst();
  }

  private boolean isOpen(String target) {
    return Search.next(goal, trials(target)) instanceof Step.Try;
  }

  private Optional<Next> next(String target, long affordable) {
    return Search.next(goal, trials(target), affordable) instanceof Step.Try next
        ? Optional.of(new Next(target, next.devices()))
        : Optional.empty();
  }

  /** The targets, those after the one of the latest trial first. */
  private List<String> inTurn() {
    List<String> order = new ArrayList<>(targets);
    if (!trials.isEmpty()) {
      int latest = targets.indexOf(trials.get(trials.size() - 1).target());
      Collections.rotate(order, -(latest + 1));
    }
    return order;
  }

  /** Takes a trial that has ended. */
  public synchronized void add(CapacityTrial trial) {
    trials.add(trial);
  }

  /**
   * Ends the search at this size and above it, as its trials say nothing: what held below is
   * decided, and then the search of the target ends, unless the size is of no interest by then.
   *
   * @param why a sentence
   */
  public synchronized void giveUp(Next next, String why) {
    givenUp.merge(
        next.target(),
        GivenUp.NOTHING.and(next.devices(), why),
        (before, now) -> before.and(next.devices(), why));
  }

  /** All trials, in the order in which they ended. */
  public synchronized List<CapacityTrial> trials() {
    return List.copyOf(trials);
  }

  /** Each target's, of those whose search goes on. */
  public synchronized List<List<Trial>> openTrials() {
    return targets.stream().filter(this::isOpen).map(this::trials).toList();
  }

  /** Those that were made, and what stands for those that said nothing. */
  private List<Trial> trials(String target) {
    return Stream.concat(made(target), givenUp(target).trials()).toList();
  }

  private Stream<Trial> made(String target) {
    return trials.stream().filter(trial -> trial.target().equals(target)).map(CapacityTrial::trial);
  }

  private GivenUp givenUp(String target) {
    return givenUp.getOrDefault(target, GivenUp.NOTHING);
  }

  /** What is known of a target so far. */
  public synchronized Known known(String target) {
    return Search.known(goal, trials(target));
  }

  /** Whether there is an answer for each target, which the generator did not limit. */
  public boolean isAnswered() {
    return findings(null).stream().map(TargetFinding::reason).allMatch(ANSWERS::contains);
  }

  /**
   * What is found so far, of each target.
   *
   * @param unfinished why a search has not come to its end, if nothing else is known; null: no
   *     reason
   */
  public synchronized List<TargetFinding> findings(String unfinished) {
    return targets.stream().map(target -> finding(target, unfinished)).toList();
  }

  private TargetFinding finding(String target, String unfinished) {
    Finding finding = Search.soFar(goal, trials(target));
    if (ANSWERS.contains(finding.reason())) {
      return TargetFinding.of(target, finding);
    }
    Reason reason = Search.soFar(goal, made(target).toList()).reason();
    if (reason != Reason.GENERATOR) {
      reason = Reason.UNFINISHED;
    }
    String note = givenUp.containsKey(target) ? givenUp(target).why() : unfinished;
    return TargetFinding.of(
        target, new Finding(reason, finding.bounds()), reason == Reason.GENERATOR ? null : note);
  }
}
