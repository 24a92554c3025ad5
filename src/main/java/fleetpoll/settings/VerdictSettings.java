package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Environment;
import fleetpoll.config.Keys;
import fleetpoll.config.Layers;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The limits by which a run is judged.
 *
 * @param levels of the fleet, of its devices, of each endpoint and of the server; without any, a
 *     run cannot fail
 */
public record VerdictSettings(ValidityLimits validity, List<ServiceLevel> levels) {

  private static final List<String> OURS = List.of("slo.", "validity.");

  /**
   * The limits that a stored run has.
   *
   * @param inForce its parameters
   * @param endpoints their names
   * @throws InvalidSettings if this Fleetpoll does not understand them
   */
  public static VerdictSettings stored(List<Parameter> inForce, List<String> endpoints) {
    Problems problems = new Problems();
    Layers layers =
        Layers.read(
                SettingsLoader.FLEET,
                written(inForce),
                Path.of(""),
                VerdictSettings.class.getClassLoader(),
                Environment.ofThisProcess(),
                problems)
            .orElseThrow(() -> new InvalidSettings(problems.inOrder((a, b) -> 0)));
    LevelKeys levels = new LevelKeys(Optional.of(endpoints));
    Keys keys = FleetKeys.ALL.and(levels.keys());
    Checked values = keys.check(layers, problems);
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems.inOrder(keys));
    }
    return new VerdictSettings(ValidityLimits.of(values), levels.settings(values));
  }

  private static Map<String, String> written(List<Parameter> inForce) {
    return inForce.stream()
        .filter(parameter -> OURS.stream().anyMatch(parameter.key()::startsWith))
        .collect(Collectors.toMap(Parameter::key, Parameter::value));
  }
}
