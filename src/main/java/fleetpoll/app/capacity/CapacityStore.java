package fleetpoll.app.capacity;

import fleetpoll.capacity.Budget;
import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFiles;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityText;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.Claim;
import fleetpoll.capacity.ProgressFile;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.capacity.Searches;
import fleetpoll.capacity.TrialText;
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
    List<Parameter> parameters,
    Searches searches,
    Budget budget) {

  /**
   * Stores what is known now, over what may be there.
   *
   * @param unfinished why searches have not come to their end; null if they still go on
   * @return whether it could be stored
   */
  boolean store(String unfinished) {
    try {
      folder.write(
          new Capacity(
              Capacity.SCHEMA_VERSION,
              id,
              start,
              Instant.now(),
              budget.spent().toMillis() / 1e3,
              claim,
              searches.findings(unfinished),
              searches.trials(),
              versions,
              parameters));
      return true;
    } catch (IOException e) {
      System.err.println("The search could not be stored: " + Reason.of(e));
      return false;
    }
  }

  /**
   * Adds a trial that has ended, stores it, and lets those know who follow the search.
   *
   * @return whether it could be stored
   */
  boolean add(CapacityTrial trial, SearchPlan plan) {
    searches.add(trial);
    boolean stored = store(null);
    Duration left = plan.left(searches.openTrials(), budget.left());
    tell(trial, left);
    boolean isOneOfSeveral = plan.settings().comparison().targets().size() > 1;
    System.out.println(TrialText.line(trial, searches.known(trial.target()), left, isOneOfSeveral));
    return stored;
  }

  private void tell(CapacityTrial trial, Duration left) {
    try {
      progress().append(trial, searches.known(trial.target()), left);
    } catch (IOException e) {
      System.err.println(
          "The trial is missing in %s: %s".formatted(ProgressFile.NAME, Reason.of(e)));
    }
  }

  /** Makes what those who follow the search read agree with its trials, after an interruption. */
  void tellAgain() {
    try {
      progress().restore(claim.goal(), searches.trials());
    } catch (IOException e) {
      System.err.println("%s is not whole: %s".formatted(ProgressFile.NAME, Reason.of(e)));
    }
  }

  private ProgressFile progress() {
    return new ProgressFile(folder.path().resolve(ProgressFile.NAME));
  }

  /**
   * Draws what is stored, and prints the answer.
   *
   * @return whether it could be drawn
   */
  boolean draw() {
    boolean drawn = false;
    try {
      CapacityFiles.draw(folder);
      System.out.println();
      CapacityText.lines(folder.read(), folder).forEach(System.out::println);
      drawn = true;
    } catch (IOException | RuntimeException e) {
      System.err.println("The search cannot be drawn: " + Reason.of(e));
    }
    System.out.flush();
    System.err.flush();
    return drawn;
  }
}
