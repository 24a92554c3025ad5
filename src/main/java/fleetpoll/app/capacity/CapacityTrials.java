package fleetpoll.app.capacity;

import fleetpoll.capacity.Budget;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.capacity.Searches;
import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialResult;
import fleetpoll.figure.Numbers;
import fleetpoll.process.ExitCode;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Makes the trials of a search for a capacity, one run after the other. However the search ends,
 * the run under way ends in order, and what there is is drawn.
 */
final class CapacityTrials {

  /** How often a trial is made that says nothing about its size, for example for a lost record. */
  private static final int ATTEMPTS = 2;

  private static final String OVER =
      "The time was up: within capacity.budget no further trial would have ended.";

  private final Attempt.Start start;
  private final SearchPlan plan;
  private final Searches searches;
  private final Budget budget;
  private final CapacityStore store;
  private volatile Attempt attempt;
  private volatile String unfinished = "The search was ended before it had its answer.";
  private boolean ending;
  private boolean isStored;
  private boolean pauses;

  /**
   * @param start makes the runs
   */
  CapacityTrials(
      Attempt.Start start, SearchPlan plan, Searches searches, Budget budget, CapacityStore store) {
    this.start = start;
    this.plan = plan;
    this.searches = searches;
    this.budget = budget;
    this.store = store;
  }

  /**
   * Makes all trials, but none if the search cannot be stored. Call {@link #end} after it.
   *
   * @return {@code OK} if there is an answer for each target; {@code NOT_PASSED} if there is none,
   *     because the generator was the limit, the time was up or a trial said nothing twice; {@code
   *     FAILURE} if the search could not be stored
   * @throws IOException if a run could not be started
   */
  ExitCode run() throws IOException {
    isStored = store.store(null);
    if (!isStored) {
      return ExitCode.FAILURE;
    }
    try {
      for (Optional<Next> next = next(); next.isPresent() && !isEnding(); next = next()) {
        make(next.get());
      }
      unfinished = isEnding() ? unfinished : OVER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      unfinished = "The search broke off: a run could not be started: %s.".formatted(Reason.of(e));
      throw e;
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
    return budget.affordable(
        plan.time().schedule().plus(pauses ? plan.search().coolDown() : Duration.ZERO));
  }

  private void make(Next next) throws IOException, InterruptedException {
    Optional<String> nothing = attempt(next);
    for (int n = 1; n < ATTEMPTS && nothing.isPresent(); n++) {
      if (affordable() < 1) {
        return;
      }
      nothing = attempt(next);
    }
    nothing.ifPresent(why -> giveUp(next, why));
  }

  /** Why the run says nothing about its size; empty if it does, or if the search is ending. */
  private Optional<String> attempt(Next next) throws IOException, InterruptedException {
    if (pauses) {
      TimeUnit.NANOSECONDS.sleep(plan.search().coolDown().toNanos());
    }
    Optional<Attempt> begun = begin(next);
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    int code = begun.get().await();
    return finish(begun.get(), code);
  }

  /** A trial that the end of the search has cut short is no reason for that end. */
  private synchronized void giveUp(Next next, String why) {
    if (ending) {
      return;
    }
    searches.giveUp(
        next,
        "The search goes no further than this because a trial of %s said nothing about the server: %s"
            .formatted(Numbers.counted(next.devices(), "device"), why));
  }

  /** Empty if the search is ending. */
  private synchronized Optional<Attempt> begin(Next next) throws IOException {
    if (ending) {
      return Optional.empty();
    }
    pauses = true;
    System.out.printf(
        "%nTrial %s: %s, %s%n",
        searches.trials().size() + 1, next.target(), Numbers.counted(next.devices(), "device"));
    attempt = start.of(next);
    return Optional.of(attempt);
  }

  /**
   * Collects what a run has left; a second call does nothing.
   *
   * @return why it says nothing about its size; empty if it does
   */
  private synchronized Optional<String> finish(Attempt ended, int code) {
    if (attempt != ended) {
      return Optional.empty();
    }
    attempt = null;
    TrialResult result = ended.result(searches.trials().size() + 1, code);
    if (result instanceof TrialResult.Counts counts) {
      budget.took(plan.time().schedule(), ended.age());
      isStored = store.add(counts.trial(), plan);
      return Optional.empty();
    }
    String why = ((TrialResult.SaysNothing) result).why();
    if (!ending) {
      System.err.println("The trial says nothing about its size: " + why);
      // What began before the search was stored is no late run, so it cannot count after a crash.
      isStored = store.store(null);
    }
    return Optional.of(why);
  }

  /** The size of a target's trial under way; empty if there is none. */
  OptionalInt underWay(String target) {
    Attempt now = attempt;
    return now == null || !now.next().target().equals(target)
        ? OptionalInt.empty()
        : OptionalInt.of(now.next().devices());
  }

  private synchronized ExitCode exitCode() {
    ExitCode answer = searches.isAnswered() ? ExitCode.OK : ExitCode.NOT_PASSED;
    return isStored ? answer : ExitCode.FAILURE;
  }

  /**
   * Ends the run under way, stores the search and draws it; also from another thread.
   *
   * @return whether it is stored and drawn
   */
  boolean end() {
    Attempt underWay;
    synchronized (this) {
      ending = true;
      underWay = attempt;
    }
    if (underWay != null) {
      finish(underWay, underWay.end());
    }
    boolean stored = store.store(unfinished);
    return store.draw() && stored;
  }
}
