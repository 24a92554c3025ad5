package fleetpoll.app.capacity;

import fleetpoll.app.ParentProcess;
import fleetpoll.capacity.Budget;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.capacity.Searches;
import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialResult;
import fleetpoll.capacity.TrialText;
import fleetpoll.figure.Numbers;
import fleetpoll.process.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Makes the trials of a search for a capacity, one after the other, each a run in a process of its
 * own. However the search ends, the run under way ends in order, and what there is is drawn. The
 * runs are folders in the search's.
 */
final class CapacityTrials {

  /** How often a trial is made that says nothing about its size, for example for a lost record. */
  private static final int ATTEMPTS = 2;

  private static final String OVER =
      "The time was up: within capacity.budget no further trial would have ended.";

  private static final String ENDED = "The search was ended before it had its answer.";

  private final Class<?> simulation;
  private final TrialParameters parameters;
  private final SearchPlan plan;
  private final Duration coolDown;
  private final Searches searches;
  private final Budget budget;
  private final CapacityStore store;
  private volatile TrialRun attempt;
  private boolean ending;
  private boolean isStored;
  private boolean pauses;
  private volatile boolean isOver;

  CapacityTrials(
      Class<?> simulation,
      TrialParameters parameters,
      SearchPlan plan,
      Searches searches,
      Budget budget,
      CapacityStore store) {
    this.simulation = simulation;
    this.parameters = parameters;
    this.plan = plan;
    this.coolDown = plan.search().coolDown();
    this.searches = searches;
    this.budget = budget;
    this.store = store;
  }

  /**
   * Makes all trials. A shutdown hook stores and draws the search, so exit when this returns.
   *
   * @return {@code OK} if there is an answer for each target; {@code NOT_PASSED} if there is none,
   *     because the generator was the limit, the time was up or a trial failed twice; {@code
   *     FAILURE} if the search could not be stored
   */
  ExitCode run() throws IOException {
    isStored = store.store(null);
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the search"));
    ParentProcess.endWithIt();
    try {
      for (Optional<Next> next = next(); next.isPresent() && !isEnding(); next = next()) {
        make(next.get());
      }
      isOver = !isEnding();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exitCode();
  }

  private synchronized boolean isEnding() {
    return ending;
  }

  /** Empty, too, if there is no time for it. */
  private Optional<Next> next() {
    return searches.next(affordable());
  }

  private long affordable() {
    return budget.affordable(parameters.schedule().plus(pauses ? coolDown : Duration.ZERO));
  }

  private void make(Next next) throws IOException, InterruptedException {
    String why = null;
    for (int n = 0; n < ATTEMPTS && (n == 0 || affordable() > 0); n++) {
      if (pauses) {
        TimeUnit.NANOSECONDS.sleep(coolDown.toNanos());
      }
      Optional<TrialRun> begun = begin(next);
      if (begun.isEmpty()) {
        return;
      }
      int code = begun.get().child().await();
      Optional<String> nothing = finish(begun.get(), code);
      if (nothing.isEmpty()) {
        return;
      }
      why = nothing.get();
    }
    searches.giveUp(
        next.target(),
        "The search ended because a trial of %s said nothing about the server: %s"
            .formatted(Numbers.counted(next.devices(), "device"), why));
  }

  /** Empty if the search is ending. */
  private synchronized Optional<TrialRun> begin(Next next) throws IOException {
    if (ending) {
      return Optional.empty();
    }
    pauses = true;
    System.out.printf(
        "%nTrial %d: %s, %s%n",
        searches.trials().size() + 1, next.target(), Numbers.counted(next.devices(), "device"));
    attempt = TrialRun.start(next, simulation, parameters, store.folder());
    return Optional.of(attempt);
  }

  /**
   * Collects what a run has left; a second call does nothing.
   *
   * @return why it says nothing about its size; empty if it does
   */
  private synchronized Optional<String> finish(TrialRun ended, int code) {
    if (attempt != ended) {
      return Optional.empty();
    }
    attempt = null;
    TrialResult result = ended.result(searches.trials().size() + 1, code);
    if (result instanceof TrialResult.Counts counts) {
      budget.took(parameters.schedule(), ended.age());
      add(counts.trial());
      return Optional.empty();
    }
    String why = ((TrialResult.SaysNothing) result).why();
    if (!ending) {
      System.err.println("The trial says nothing about its size: " + why);
    }
    return Optional.of(why);
  }

  private void add(CapacityTrial trial) {
    searches.add(trial);
    isStored = store.store(null);
    Duration left = plan.left(searches.openTrials(), budget.left());
    store.tell(trial, left);
    boolean isOneOfSeveral = plan.settings().comparison().targets().size() > 1;
    System.out.println(TrialText.line(trial, searches.known(trial.target()), left, isOneOfSeveral));
  }

  /** The size of a target's trial under way; empty if there is none. */
  OptionalInt underWay(String target) {
    TrialRun now = attempt;
    return now == null || !now.next().target().equals(target)
        ? OptionalInt.empty()
        : OptionalInt.of(now.next().devices());
  }

  private synchronized ExitCode exitCode() {
    ExitCode answer = searches.isAnswered() ? ExitCode.OK : ExitCode.NOT_PASSED;
    return isStored ? answer : ExitCode.FAILURE;
  }

  /** The one shutdown hook. */
  private void end() {
    TrialRun underWay;
    synchronized (this) {
      ending = true;
      underWay = attempt;
    }
    if (underWay != null) {
      underWay.child().end();
      finish(underWay, ExitCode.TERMINATED.number());
    }
    store.store(isOver ? OVER : ENDED);
    store.draw();
  }
}
