package fleetpoll.capacity;

import fleetpoll.config.Parameter;
import fleetpoll.run.Versions;
import java.time.Instant;
import java.util.List;

/**
 * A search for a capacity, as far as it has come: the content of {@code capacity.json}.
 *
 * @param schemaVersion of {@code capacity.json}: {@value #SCHEMA_VERSION}
 * @param id name of the search's folder when the search began; a copy of the folder keeps it
 * @param start before the first trial
 * @param end when this was written
 * @param spentS how long the search has taken, in seconds, without the time between an interruption
 *     and its going on
 * @param claim what is claimed
 * @param findings of each target, in the order of the settings; {@code UNFINISHED} while the search
 *     of it goes on
 * @param trials of all targets, in the order in which they ended
 * @param versions of Fleetpoll and of what it runs on
 * @param parameters in force, each with its origin, without secrets
 */
public record Capacity(
    int schemaVersion,
    String id,
    Instant start,
    Instant end,
    double spentS,
    Claim claim,
    List<TargetFinding> findings,
    List<CapacityTrial> trials,
    Versions versions,
    List<Parameter> parameters) {

  /** Raised whenever a reader for an older {@code capacity.json} would misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  public Capacity {
    findings = List.copyOf(findings);
    trials = List.copyOf(trials);
    parameters = List.copyOf(parameters);
  }

  /** The trials of one target, in the order in which they ended. */
  public List<CapacityTrial> trials(String target) {
    return trials.stream().filter(trial -> trial.target().equals(target)).toList();
  }

  /** A copy with other trials, which has taken so many seconds; its findings are not found anew. */
  public Capacity with(List<CapacityTrial> others, double otherSpentS) {
    return new Capacity(
        schemaVersion, id, start, end, otherSpentS, claim, findings, others, versions, parameters);
  }

  /** The names of the targets. */
  public List<String> targets() {
    return findings.stream().map(TargetFinding::target).toList();
  }
}
