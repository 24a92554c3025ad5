package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.config.Problem;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the baseline that settings name. */
public final class BaselineFolder {

  private static final String KEY = "baseline";

  private final FleetSettings settings;
  private final RunFolder folder;

  private BaselineFolder(FleetSettings settings, Path path) {
    this.settings = settings;
    this.folder = new RunFolder(path);
  }

  /**
   * The baseline; empty if the settings name none.
   *
   * @throws InvalidSettings if the run cannot be read, is invalid or, unless {@code compare.force}
   *     allows it, is of another fleet or has response times of successes only
   */
  public static Optional<Baseline> read(FleetSettings settings) {
    return settings.baseline().map(path -> new BaselineFolder(settings, path).baseline());
  }

  private Baseline baseline() {
    if (!Files.isRegularFile(folder.path().resolve(RunFolder.RUN))) {
      throw refusal(List.of("must be a run folder; it holds no " + RunFolder.RUN));
    }
    Run run = run();
    if (run.verdict().judgement() == Judgement.INVALID) {
      throw refusal(List.of("must be a valid run. " + run.verdict().reason()));
    }
    if (!run.measuresAllPlanned() && !settings.comparison().force()) {
      throw refusal(
          List.of(
              "must be a run with response times of all planned polls, or compare.force be true."
                  + " An earlier Fleetpoll stored it, with those of successes."));
    }
    List<Difference> differences = differences(run);
    if (!differences.isEmpty() && !settings.comparison().force()) {
      throw refusal(
          differences.stream()
              .map(
                  difference ->
                      "must be a run of the same fleet, or compare.force be true. "
                          + difference.text())
              .toList());
    }
    return new Baseline(run, settings.tolerance());
  }

  private Run run() {
    try {
      return Rounds.read(folder).run();
    } catch (IOException e) {
      throw refusal(List.of("must be a run that can be read. " + e.getMessage()));
    }
  }

  private List<Difference> differences(Run run) {
    Map<String, List<Parameter>> runs = new LinkedHashMap<>();
    runs.put("the baseline", run.parameters());
    runs.put("this run", settings.inForce());
    return Difference.between(runs);
  }

  private InvalidSettings refusal(List<String> reasons) {
    Parameter written =
        settings.inForce().stream()
            .filter(parameter -> parameter.key().equals(KEY))
            .findFirst()
            .orElseThrow();
    return new InvalidSettings(
        reasons.stream()
            .map(why -> new Problem(KEY, Optional.of(written.value()), why, written.origin()))
            .toList());
  }
}
