package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.config.Problem;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.text.FilePath;
import fleetpoll.watch.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the baseline that settings name, and refuses one that says nothing about this run. */
public final class BaselineFolder {

  private static final String KEY = "baseline";
  private static final String OTHER_FLEET = "a run of the same fleet";
  private static final String OTHERWISE_MADE = "a run made alike";

  private final FleetSettings settings;
  private final RunFolder folder;

  private BaselineFolder(FleetSettings settings, Path path) {
    this.settings = settings;
    this.folder = new RunFolder(path);
  }

  /**
   * The baseline; empty if the settings name none.
   *
   * @param now the versions of this run
   * @throws InvalidSettings if the run cannot be read, is invalid, failed or has no success or,
   *     unless {@code compare.force} allows it, is of another fleet or was made otherwise
   */
  public static Optional<Baseline> read(FleetSettings settings, Supplier<Versions> now) {
    return settings.baseline().map(path -> new BaselineFolder(settings, path).baseline(now.get()));
  }

  /**
   * The same baseline, compared also by where the server's figures come from, which shows only when
   * the server runs.
   *
   * @throws InvalidSettings if they come from elsewhere and {@code compare.force} does not allow it
   */
  public static Baseline with(Finding finding, Baseline baseline, FleetSettings settings) {
    BaselineFolder reader = new BaselineFolder(settings, settings.baseline().orElseThrow());
    List<Difference> differences =
        new Circumstances(baseline.run(), settings).ofSource(finding).stream().toList();
    reader.refuse(reader.unlessForced(OTHERWISE_MADE, differences).toList());
    return baseline.but(differences);
  }

  private Baseline baseline(Versions now) {
    if (!Files.isRegularFile(folder.path().resolve(RunFolder.RUN))) {
      String none = "must be a run folder; it holds no " + RunFolder.RUN;
      throw refusal(List.of(FilePath.missing(folder.path().toString(), none)));
    }
    ComparedRun read = run();
    Run run = read.run();
    Circumstances circumstances = new Circumstances(run, settings);
    List<Difference> ofFleet = circumstances.ofParameters();
    List<Difference> ofMachine = circumstances.ofMachine(now);
    refuse(
        Stream.of(
                defects(run).stream(),
                unlessForced(OTHER_FLEET, ofFleet),
                unlessForced(OTHERWISE_MADE, ofMachine))
            .flatMap(reasons -> reasons)
            .toList());
    return new Baseline(run, settings.tolerance(), List.of(), read.damage())
        .but(ofFleet)
        .but(ofMachine);
  }

  private ComparedRun run() {
    try {
      return Rounds.read(folder);
    } catch (IOException e) {
      throw refusal(List.of("must be a run that can be read. " + e.getMessage()));
    }
  }

  /** Why no run can be measured by this one, whatever is forced. */
  private static List<String> defects(Run run) {
    List<String> defects = new ArrayList<>();
    switch (run.verdict().judgement()) {
      case INVALID -> defects.add("must be a valid run. " + run.verdict().reason());
      case FAIL -> defects.add("must be a run that did not fail. " + run.verdict().reason());
      case VALID, PASS -> {}
    }
    run.endpoints().stream()
        .filter(endpoint -> endpoint.planned() > 0 && endpoint.ok() == 0)
        .map(EndpointTotals::name)
        .forEach(
            name ->
                defects.add("must have a success of each endpoint. %s had none.".formatted(name)));
    return defects;
  }

  private Stream<String> unlessForced(String what, List<Difference> differences) {
    return settings.comparison().force()
        ? Stream.empty()
        : differences.stream()
            .map(
                difference ->
                    "must be %s, or compare.force be true. %s".formatted(what, difference.text()));
  }

  private void refuse(List<String> reasons) {
    if (!reasons.isEmpty()) {
      throw refusal(reasons);
    }
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
