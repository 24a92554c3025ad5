package fleetpoll.capacity;

import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Goal;
import fleetpoll.capacity.search.Known;
import fleetpoll.capacity.search.Search;
import fleetpoll.run.Check;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.JsonFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A file that grows by a line of JSON after each trial, for those who follow a search.
 *
 * @param path of the file, there or not
 */
public record ProgressFile(Path path) {

  /** Its name in the search's folder. */
  public static final String NAME = "progress.jsonl";

  /**
   * One line.
   *
   * @param at when the trial's window ended
   * @param outcome holds, fails or generator
   * @param broken the service levels that were not met
   * @param limits the rules of validity that the generator broke, if it was the limit
   * @param decided the bounds that the search would claim if it ended now
   * @param likely the bounds between which it goes on; one trial is enough for them
   * @param leftS how long the search is likely to go on, in seconds; null if the line was written
   *     when the search went on after an interruption
   * @param folder of the run, from the search's folder
   */
  record Line(
      int trial,
      Instant at,
      String target,
      int devices,
      String outcome,
      String verdict,
      List<String> broken,
      List<String> limits,
      Devices decided,
      Devices likely,
      Double leftS,
      String folder) {

    /** Bounds; null is none. */
    record Devices(Integer lower, Integer upper) {

      static Devices of(Bounds bounds) {
        return new Devices(boxed(bounds.lower()), boxed(bounds.upper()));
      }

      private static Integer boxed(OptionalInt bound) {
        return bound.isPresent() ? Integer.valueOf(bound.getAsInt()) : null;
      }
    }

    static Line of(CapacityTrial trial, Known known, Duration left) {
      return new Line(
          trial.number(),
          trial.end(),
          trial.target(),
          trial.devices(),
          trial.outcome().word(),
          trial.judgement().name(),
          trial.broken().stream().map(Check::key).toList(),
          trial.limits().stream().map(Check::key).toList(),
          Devices.of(known.decided()),
          Devices.of(known.likely()),
          left == null ? null : Double.valueOf(left.toMillis() / 1e3),
          trial.folder());
    }
  }

  /**
   * Appends a trial.
   *
   * @param known of its target, this trial included
   * @param left how long the search is likely to go on
   */
  public void append(CapacityTrial trial, Known known, Duration left) throws IOException {
    Files.write(
        path,
        bytes(Line.of(trial, known, left)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /**
   * Writes the lines of all trials anew: a search that was cut short may have torn the last one, or
   * lack some.
   *
   * @param trials of all targets, in the order in which they ended
   */
  public void restore(Goal goal, List<CapacityTrial> trials) throws IOException {
    new WholeFile(path)
        .write(
            out -> {
              for (int end = 1; end <= trials.size(); end++) {
                CapacityTrial trial = trials.get(end - 1);
                out.write(bytes(Line.of(trial, known(goal, trials.subList(0, end)), null)));
              }
            });
  }

  /** What was known of the target of the last of these trials. */
  private static Known known(Goal goal, List<CapacityTrial> trials) {
    String target = trials.get(trials.size() - 1).target();
    return Search.known(
        goal,
        trials.stream()
            .filter(trial -> trial.target().equals(target))
            .map(CapacityTrial::trial)
            .toList());
  }

  private static byte[] bytes(Line line) throws IOException {
    return (JsonFile.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
