package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityExamples;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.capacity.search.Trial;
import fleetpoll.config.Parameter;
import fleetpoll.run.Copies;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import fleetpoll.run.Verdict;
import fleetpoll.run.VerdictExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateRunsTest {

  private static final Capacity STORED =
      CapacityExamples.of(new CapacityExamples.Search("falcon", 365).all(50, 100));

  @TempDir Path directory;

  private CapacityFolder search;

  @BeforeEach
  void store() throws IOException {
    search = new CapacityFolder(directory);
    search.write(STORED);
  }

  /** Its window begins so long after the search was stored, and its last sample is at 12.5 s. */
  private RunFolder run(String target, Duration after, Run.State state, Verdict verdict)
      throws IOException {
    Instant start = STORED.end().plus(after);
    RunFolder folder =
        new RunFolder(Files.createDirectory(directory.resolve("run-" + start.toEpochMilli())));
    Run run =
        ResourceExamples.run(List.of(), ResourceExamples.RESOURCES, Duration.ofSeconds(12))
            .withVerdict(verdict);
    run = Copies.with(run, "start", start);
    run = Copies.with(run, "state", state);
    run =
        Copies.with(
            run, "parameters", List.of(new Parameter("target", target, "-Dtarget", target)));
    folder.write(run);
    folder.samplesFile().write(Stream.of(sample(-4), sample(12.5)));
    Files.createFile(folder.devicesPage());
    return folder;
  }

  private static SampleRow sample(double atS) {
    return new SampleRow(
        atS, "host", 1.0, null, null, null, null, null, null, null, null, null, null, null);
  }

  private RunFolder whole(Duration after) throws IOException {
    return run("falcon", after, Run.State.ENDED, VerdictExamples.FAIL);
  }

  private Capacity counted() throws IOException {
    return new LateRuns(search, search.read()).counted();
  }

  private double furtherS() throws IOException {
    return counted().spentS() - STORED.spentS();
  }

  @Test
  void aSearchThatEndedInOrderHasNone() throws IOException {
    whole(Duration.ofSeconds(-1));

    assertThat(counted()).isEqualTo(STORED);
  }

  @Test
  void aRunThatEndedWholeIsATrial() throws IOException {
    RunFolder folder = whole(Duration.ofSeconds(8));
    Files.createSymbolicLink(directory.resolve("latest"), folder.path());

    assertThat(counted().trials()).hasSize(3).startsWith(STORED.trials().get(0));
    CapacityTrial trial = counted().trials().get(2);
    assertThat(trial.trial()).isEqualTo(new Trial(100, Outcome.FAILS));
    assertThat(trial.number()).isEqualTo(3);
    assertThat(trial.target()).isEqualTo("falcon");
    assertThat(search.run(trial).path()).isEqualTo(folder.path().toAbsolutePath());
    assertThat(furtherS()).isEqualTo(20.5);
  }

  @Test
  void ofARunThatWasCutShortOnlyTheTimeCounts() throws IOException {
    run("falcon", Duration.ofSeconds(8), Run.State.RUNNING, VerdictExamples.INVALID);
    run("falcon", Duration.ofSeconds(40), Run.State.RUNNING, VerdictExamples.INVALID);

    assertThat(counted().trials()).isEqualTo(STORED.trials());
    assertThat(furtherS()).as("the last sign of life").isEqualTo(52.5);
  }

  @Test
  void aRunWithoutItsPageIsMadeAgain() throws IOException {
    Files.delete(whole(Duration.ofSeconds(8)).devicesPage());

    assertThat(counted().trials()).isEqualTo(STORED.trials());
    assertThat(furtherS()).isEqualTo(20.5);
  }

  @Test
  void otherFoldersDoNotCount() throws IOException {
    run("channels", Duration.ofSeconds(8), Run.State.ENDED, VerdictExamples.FAIL);
    Files.writeString(whole(Duration.ofSeconds(9)).path().resolve(RunFolder.RUN), "{");
    Files.delete(whole(Duration.ofSeconds(10)).path().resolve(RunFolder.SAMPLES));

    assertThat(counted()).isEqualTo(STORED);
  }
}
