package fleetpoll.app.capacity;

import fleetpoll.app.Obstacles;
import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.ParameterChange;
import fleetpoll.config.Parameter;
import fleetpoll.run.Versions;
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
   * @param versions now
   * @param parameters in force now
   */
  Optional<Capacity> read(
      List<String> targets, Versions versions, List<Parameter> parameters, Obstacles obstacles) {
    try {
      CapacityFolder search = new CapacityFolder(folder);
      // Whoever has the lock may still write, so nothing is read that it did not leave.
      search.read();
      if (!SearchLock.take(search)) {
        obstacles.add("capacity.resume: the search in %s is still under way".formatted(folder));
        return Optional.empty();
      }
      Capacity before = new LateRuns(search, search.read()).counted();
      boolean isSame =
          isSame("with other parameters", changes(before, targets, parameters), obstacles);
      isSame &= isSame("elsewhere", VersionChanges.between(before.versions(), versions), obstacles);
      obstacles.addFolder("capacity.resume", folder);
      return isSame ? Optional.of(before) : Optional.empty();
    } catch (IOException e) {
      obstacles.add(unreadable(e));
      return Optional.empty();
    }
  }

  private boolean isSame(String how, List<String> changes, Obstacles obstacles) {
    if (!changes.isEmpty()) {
      obstacles.add(
          "capacity.resume: the search in %s was made %s: %s"
              .formatted(folder, how, String.join(", ", changes)));
    }
    return changes.isEmpty();
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
