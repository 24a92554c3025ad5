package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fleetpoll.capacity.Budget;
import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.SearchPlan;
import fleetpoll.capacity.Searches;
import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TargetFinding;
import fleetpoll.capacity.TrialResult;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTrialsTest {

  private static final int CARRIES = 70;
  private static final int KILLED = 143;

  @TempDir Path directory;

  private final SearchPlan plan = SearchPlan.of(SearchExamples.settings(Map.of()));
  private final List<Next> begun = new ArrayList<>();
  private long nowNanos;

  /** A run that has ended when it begins. */
  private record Ended(Next next, TrialResult result) implements Attempt {

    @Override
    public int await() {
      return 0;
    }

    @Override
    public int end() {
      return 0;
    }

    @Override
    public Duration age() {
      return Duration.ofSeconds(36);
    }

    @Override
    public TrialResult result(int number, int code) {
      return result;
    }
  }

  /** A run that goes on until the search ends it; who waits for its end is the first to read it. */
  private record Endless(
      Next next, CountDownLatch isUnderWay, CountDownLatch isEnded, CountDownLatch isRead)
      implements Attempt {

    @Override
    public int await() throws InterruptedException {
      isUnderWay.countDown();
      isEnded.await();
      return KILLED;
    }

    @Override
    public int end() {
      isEnded.countDown();
      try {
        isRead.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return KILLED;
    }

    @Override
    public Duration age() {
      return Duration.ofSeconds(3);
    }

    @Override
    public TrialResult result(int number, int code) {
      isRead.countDown();
      return new TrialResult.SaysNothing("It ended with %s.".formatted(code));
    }
  }

  private CapacityFolder folder() {
    return new CapacityFolder(directory.resolve("capacity-1"));
  }

  private CapacityTrials trials(Attempt.Start start) {
    return trials(start, System::nanoTime);
  }

  private CapacityTrials trials(Attempt.Start start, LongSupplier clock) {
    Searches searches = new Searches(plan.search().goal(), List.of("embedded"), List.of());
    Budget budget = new Budget(plan.search().budget(), Duration.ZERO, Duration.ofSeconds(6), clock);
    CapacityStore store =
        new CapacityStore(
            folder(),
            "capacity-1",
            Instant.EPOCH,
            CapacityExamples.claim(),
            CapacityExamples.empty().versions(),
            List.of(),
            searches,
            budget);
    return new CapacityTrials(start, plan, searches, budget, store);
  }

  /** A server that carries {@value #CARRIES} devices. */
  private Attempt counting(Next next) {
    begun.add(next);
    return new Ended(
        next,
        new TrialResult.Counts(
            new CapacityExamples.Search(next.target(), CARRIES)
                .trial(begun.size(), next.devices())));
  }

  private Attempt silent(Next next) {
    begun.add(next);
    return new Ended(next, new TrialResult.SaysNothing("It left no record."));
  }

  private TargetFinding finding() throws IOException {
    return folder().read().findings().get(0);
  }

  @Test
  void makesTrialsUntilThereIsAnAnswerAndStoresEach() throws IOException {
    CapacityTrials trials = trials(this::counting);

    assertThat(trials.run()).isEqualTo(ExitCode.OK);
    assertThat(folder().read().trials()).hasSameSizeAs(begun);
    assertThat(trials.end()).isTrue();
    assertThat(finding().reason()).isEqualTo(Reason.FOUND);
    assertThat(finding().lower()).isLessThanOrEqualTo(CARRIES);
    assertThat(folder().page()).exists();
  }

  @Test
  void whatHeldIsTheAnswerIfALargerTrialSaysNothingTwice() throws IOException {
    CapacityTrials trials = trials(next -> next.devices() == 80 ? silent(next) : counting(next));

    assertThat(trials.run()).isEqualTo(ExitCode.NOT_PASSED);
    trials.end();
    assertThat(begun).extracting(Next::devices).containsExactly(20, 40, 80, 80);
    assertThat(finding().lower()).isEqualTo(40);
    assertThat(finding().note())
        .isEqualTo(
            "The search goes no further than this because a trial of 80 devices said nothing about"
                + " the server: It left no record.");
  }

  @Test
  void storesThatARunSaysNothingSoThatItIsNotCountedLater() throws IOException {
    List<Instant> begins = new ArrayList<>();
    List<Instant> stored = new ArrayList<>();
    CapacityTrials trials =
        trials(
            next -> {
              stored.add(folder().read().end());
              begins.add(Instant.now());
              return silent(next);
            });

    trials.run();

    assertThat(begins).hasSize(2);
    assertThat(stored.get(1)).isAfterOrEqualTo(begins.get(0));
    assertThat(folder().read().end()).isAfterOrEqualTo(begins.get(1));
  }

  @Test
  void theEndOfTheSearchIsNoReasonOfATrials() throws Exception {
    CountDownLatch isUnderWay = new CountDownLatch(1);
    CapacityTrials trials =
        trials(
            next ->
                next.devices() == 20
                    ? counting(next)
                    : begun.size() == 1
                        ? silent(next)
                        : new Endless(
                            next, isUnderWay, new CountDownLatch(1), new CountDownLatch(1)));
    FutureTask<ExitCode> run = new FutureTask<>(trials::run);
    new Thread(run, "search").start();
    assertThat(isUnderWay.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(trials.underWay("embedded")).hasValue(40);

    assertThat(trials.end()).isTrue();

    assertThat(run.get(1, TimeUnit.MINUTES)).isEqualTo(ExitCode.NOT_PASSED);
    assertThat(folder().read().trials()).extracting(CapacityTrial::devices).containsExactly(20);
    assertThat(finding().note()).isEqualTo("The search was ended before it had its answer.");
    trials.end();
    assertThat(finding().note()).as("nor later").startsWith("The search was ended before");
  }

  @Test
  void aTrialThatThereIsNoTimeToRepeatIsNoReasonEither() throws IOException {
    CapacityTrials trials =
        trials(
            next -> {
              nowNanos = plan.search().budget().toNanos();
              return silent(next);
            },
            () -> nowNanos);

    assertThat(trials.run()).isEqualTo(ExitCode.NOT_PASSED);
    trials.end();
    assertThat(begun).hasSize(1);
    assertThat(finding().note()).startsWith("The time was up");
  }

  @Test
  void aRunThatCannotBeStartedIsTheReason() throws IOException {
    CapacityTrials trials =
        trials(
            next -> {
              throw new IOException("no such program");
            });

    assertThatIOException().isThrownBy(trials::run);
    trials.end();
    assertThat(finding().note())
        .isEqualTo("The search broke off: a run could not be started: no such program.");
  }

  @Test
  void makesNoTrialIfTheSearchCannotBeStored() throws IOException {
    Files.writeString(folder().path(), "in its way");
    CapacityTrials trials = trials(this::counting);

    assertThat(trials.run()).isEqualTo(ExitCode.FAILURE);
    assertThat(begun).isEmpty();
    assertThat(trials.end()).isFalse();
  }

  @Test
  void aSearchThatCannotBeDrawnInTheEndHasFailed() throws IOException {
    CapacityTrials trials = trials(this::counting);
    assertThat(trials.run()).isEqualTo(ExitCode.OK);
    Files.createDirectories(folder().page().resolve("in its way"));

    assertThat(trials.end()).isFalse();
  }
}
