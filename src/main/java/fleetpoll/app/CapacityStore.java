package fleetpoll.app;

import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFiles;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityText;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.Claim;
import fleetpoll.capacity.ProgressFile;
import fleetpoll.capacity.TargetFinding;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.config.Parameter;
import fleetpoll.run.Versions;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stores a search for a capacity, and draws it.
 *
 * @param id name of the folder when the search began
 * @param start of the search
 */
record CapacityStore(
    CapacityFolder folder,
    String id,
    Instant start,
    Claim claim,
    Versions versions,
    List<Parameter> parameters) {

  /** Stores what is known now, over what may be there. */
  void store(List<TargetFinding> findings, List<CapacityTrial> trials, Duration spent)
      throws IOException {
    folder.write(
        new Capacity(
            Capacity.SCHEMA_VERSION,
            id,
            start,
            Instant.now(),
            spent.toMillis() / 1e3,
            claim,
            findings,
            trials,
            versions,
            parameters));
  }

  /** Lets those who follow the search know of a trial. */
  void tell(CapacityTrial trial, Bounds bounds, Duration left) {
    try {
      new ProgressFile(folder.path().resolve(ProgressFile.NAME)).append(trial, bounds, left);
    } catch (IOException e) {
      System.err.println(
          "The trial is missing in %s: %s".formatted(ProgressFile.NAME, Reason.of(e)));
    }
  }

  /** Draws what is stored, and prints the answer. */
  void draw() {
    try {
      CapacityFiles.draw(folder);
      System.out.println();
      CapacityText.lines(folder.read(), folder).forEach(System.out::println);
    } catch (IOException | RuntimeException e) {
      System.err.println("The search cannot be drawn: " + Reason.of(e));
    }
    System.out.flush();
  }
}
