package fleetpoll.app.capacity;

import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Searches for tests, without a process. */
final class SearchExamples {

  private SearchExamples() {}

  /** Settings of a search from 20 to 160 devices, one trial a size; without pauses. */
  static FleetSettings settings(Map<String, String> further) {
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "capacity.from", "20",
                "capacity.to", "160",
                "capacity.width", "50%",
                "capacity.trials", "1",
                "capacity.exceed", "0",
                "capacity.cool-down", "0 s"));
    properties.putAll(further);
    return SettingsLoader.loadCapacity(
        properties, Path.of(""), new SettingsLoader.Experts(faults -> {}, path -> {}, pid -> true));
  }

  /** The folder of a search of three servers that was stored. */
  static CapacityFolder stored(Path directory) throws java.io.IOException {
    CapacityFolder folder = new CapacityFolder(directory.resolve("capacity-1"));
    folder.write(CapacityExamples.threeServers());
    return folder;
  }
}
