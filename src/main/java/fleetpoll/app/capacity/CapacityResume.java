package fleetpoll.app.capacity;

import fleetpoll.app.Obstacles;
import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.ParameterChange;
import fleetpoll.config.Parameter;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search that was interrupted and shall go on.
 *
 * @param folder of the search
 */
record CapacityResume(Path folder) {

  /** Adds why it cannot go on, whatever its parameters now are. */
  void check(Obstacles obstacles) {
    try {
      new CapacityFolder(folder).read();
      obstacles.addFolder("capacity.resume", folder);
    } catch (IOException e) {
      obstacles.add(unreadable(e));
    }
  }

  private String unreadable(IOException e) {
    return "capacity.resume: %s contains no search that can go on: %s"
        .formatted(folder, Reason.of(e));
  }

  /**
   * The search so far; empty, and an obstacle, if it cannot be read, or if its trials cannot be
   * counted with further ones.
   *
   * @param targets now
   * @param parameters in force now
   */
  Optional<Capacity> read(List<String> targets, List<Parameter> parameters, Obstacles obstacles) {
    try {
      Capacity before = new CapacityFolder(folder).read();
      List<String> changes = changes(before, targets, parameters);
      if (!changes.isEmpty()) {
        obstacles.add(
            "capacity.resume: the search in %s was made with other parameters: %s"
                .formatted(folder, String.join(", ", changes)));
      }
      obstacles.addFolder("capacity.resume", folder);
      return changes.isEmpty() ? Optional.of(before) : Optional.empty();
    } catch (IOException e) {
      obstacles.add(unreadable(e));
      return Optional.empty();
    }
  }

  private static List<String> changes(
      Capacity before, List<String> targets, List<Parameter> parameters) {
    List<String> changes = new ArrayList<>();
    if (!before.targets().equals(targets)) {
      changes.add(
          "target was %s and is %s"
              .formatted(String.join(",", before.targets()), String.join(",", targets)));
    }
    ParameterChange.between(before.parameters(), parameters).stream()
        .map(ParameterChange::text)
        .forEach(changes::add);
    return changes;
  }
}
