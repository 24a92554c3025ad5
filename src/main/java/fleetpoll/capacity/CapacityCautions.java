package fleetpoll.capacity;

import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.figure.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Warns, in a sentence each, of what makes a search less trustworthy. */
final class CapacityCautions {

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
    if (tookNoTurns(capacity)) {
      cautions.add(
          "The servers did not take turns, so whatever changed on the machines in the meantime"
              + " would look like a difference of the servers.");
    }
    return cautions;
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
