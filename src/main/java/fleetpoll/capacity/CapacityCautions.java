package fleetpoll.capacity;

import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.figure.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Warns, in a sentence each, of what makes a search less trustworthy. */
final class CapacityCautions {

  /** Fewer than one connection for so many devices is no load. */
  private static final int FEW = 100;

  private CapacityCautions() {}

  /** What speaks against the answer; shown above it. */
  static List<String> of(Capacity capacity) {
    List<String> cautions = new ArrayList<>();
    capacity.findings().stream()
        .filter(finding -> finding.reason() == Reason.UNFINISHED)
        .map(
            finding ->
                "The search for the capacity of %s has not come to its end; it can go on from its folder."
                    .formatted(finding.target()))
        .forEach(cautions::add);
    capacity.findings().stream()
        .flatMap(finding -> connecting(finding, capacity).stream())
        .forEach(cautions::add);
    if (tookNoTurns(capacity)) {
      cautions.add(
          "The servers did not take turns, so whatever changed on the machines in the meantime"
              + " would look like a difference of the servers.");
    }
    return cautions;
  }

  /** Whether connecting was measured where it held: those that fail reconnect in any case. */
  private static Optional<String> connecting(TargetFinding finding, Capacity capacity) {
    return capacity.trials(finding.target()).stream()
        .filter(trial -> trial.outcome() == Outcome.HOLDS)
        .filter(trial -> Objects.equals(trial.devices(), finding.lower()))
        .map(trial -> trial.figures().opened())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .filter(opened -> opened * FEW >= finding.lower())
        .map(
            opened ->
                ("The devices opened %s in the measured time of a trial of %s with %s that held, so"
                        + " connecting is part of this capacity. The causes can be: a server that"
                        + " closes connections, failed polls, storms, duty, or a warm-up that is too"
                        + " short.")
                    .formatted(
                        Numbers.counted(opened, "connection"),
                        finding.target(),
                        Numbers.counted(finding.lower(), "device")));
  }

  /** What limits any such answer; shown below it. */
  static List<String> caveats(Capacity capacity) {
    List<String> caveats = new ArrayList<>();
    capacity.trials().stream()
        .map(trial -> trial.figures().cores())
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(
            cores ->
                caveats.add(
                    ("Server and generator shared the %s of one machine: the generator's part of them"
                            + " grows with the fleet, and the capacity holds for that sharing.")
                        .formatted(Numbers.cores(cores))));
    caveats.add(
        "A capacity is one for these levels, this fleet and trials of %s: what takes longer to build"
                .formatted(CapacityWords.seconds(capacity.claim().trialS()))
            + " up, as memory that is never freed, does not show.");
    return caveats;
  }

  /** Whether all trials of some target ended before the first of another began. */
  private static boolean tookNoTurns(Capacity capacity) {
    return capacity.findings().stream()
        .map(finding -> capacity.trials(finding.target()))
        .filter(trials -> trials.size() > 1)
        .anyMatch(
            trials ->
                capacity.trials().stream()
                        .filter(other -> !other.target().equals(trials.get(0).target()))
                        .noneMatch(
                            other ->
                                other.number() > trials.get(0).number()
                                    && other.number() < trials.get(trials.size() - 1).number())
                    && capacity.findings().size() > 1);
  }
}
