package fleetpoll.capacity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Known;
import fleetpoll.run.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A file that grows by a line of JSON after each trial, for those who follow a search.
 *
 * @param path of the file, there or not
 */
public record ProgressFile(Path path) {

  /** Its name in the search's folder. */
  public static final String NAME = "progress.jsonl";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /**
   * One line.
   *
   * @param at when the trial's window ended
   * @param outcome holds, fails or generator
   * @param broken the service levels that were not met
   * @param limits the rules of validity that the generator broke, if it was the limit
   * @param decided the bounds that the search would claim if it ended now
   * @param likely the bounds between which it goes on; one trial is enough for them
   * @param leftS how long the search is likely to go on, in seconds
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
      double leftS,
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
          trial.outcome().name().toLowerCase(Locale.ROOT),
          trial.judgement().name(),
          trial.broken().stream().map(Check::key).toList(),
          trial.limits().stream().map(Check::key).toList(),
          Devices.of(known.decided()),
          Devices.of(known.likely()),
          left.toMillis() / 1e3,
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
    String line = JSON.writeValueAsString(Line.of(trial, known, left)) + "\n";
    Files.write(
        path,
        line.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
