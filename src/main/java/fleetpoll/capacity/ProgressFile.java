package fleetpoll.capacity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fleetpoll.capacity.search.Bounds;
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
   * @param lower the bound so far; null if there is none
   * @param upper likewise
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
      Integer lower,
      Integer upper,
      double leftS,
      String folder) {

    static Line of(CapacityTrial trial, Bounds bounds, Duration left) {
      return new Line(
          trial.number(),
          trial.end(),
          trial.target(),
          trial.devices(),
          trial.outcome().name().toLowerCase(Locale.ROOT),
          trial.judgement().name(),
          trial.broken().stream().map(Check::key).toList(),
          trial.limits().stream().map(Check::key).toList(),
          bounds.lower().isPresent() ? (Integer) bounds.lower().getAsInt() : null,
          bounds.upper().isPresent() ? (Integer) bounds.upper().getAsInt() : null,
          left.toMillis() / 1e3,
          trial.folder());
    }
  }

  /**
   * Appends a trial.
   *
   * @param bounds of its target, this trial included
   * @param left how long the search is likely to go on
   */
  public void append(CapacityTrial trial, Bounds bounds, Duration left) throws IOException {
    String line = JSON.writeValueAsString(Line.of(trial, bounds, left)) + "\n";
    Files.write(
        path,
        line.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
