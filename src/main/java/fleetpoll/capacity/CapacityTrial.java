package fleetpoll.capacity;

import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Trial;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A trial of a search: an ordinary run, what it says about its size, and its figures.
 *
 * @param number from 1, in the order in which the trials ended, of all targets
 * @param target the parameter {@code target} of the run, as it was written
 * @param server what the server consisted of, each a name and its version; null if it is not known
 * @param start of the measured window
 * @param end of the measured window
 * @param folder of the run, from the search's folder, with slashes
 * @param judgement the run's verdict
 * @param reason of the verdict, in a sentence
 * @param levels the service levels, each with its figure
 * @param limits if the generator was the limit: the rules that it broke, none if its memory gave
 *     out; else empty
 */
public record CapacityTrial(
    int number,
    String target,
    List<String> server,
    int devices,
    Instant start,
    Instant end,
    String folder,
    Outcome outcome,
    Judgement judgement,
    String reason,
    List<Check> levels,
    List<Check> limits,
    TrialFigures figures) {

  /** Whatever else of a verdict was stored, these are always there. */
  public CapacityTrial {
    Stream.of(target, start, end, folder, outcome, judgement, figures)
        .forEach(Objects::requireNonNull);
    levels = List.copyOf(levels);
    limits = List.copyOf(limits);
  }

  /** What the search knows of it. */
  public Trial trial() {
    return new Trial(devices, outcome);
  }

  /** The service levels that the server did not meet; empty if the trial does not fail. */
  public List<Check> broken() {
    return outcome == Outcome.FAILS ? levels(Status.FAIL) : List.of();
  }

  /** The service levels that could not be judged, such as a percentile of too few polls. */
  public List<Check> doubted() {
    return levels(Status.WARN);
  }

  private List<Check> levels(Status status) {
    return levels.stream().filter(level -> level.status() == status).toList();
  }
}
