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
    run = Copies.with(run, "uuid", start.toString());
    run = Copies.with(run, "state", state);
    folder.write(Copies.with(run, "parameters", parameters(target)));
    folder.samplesFile().write(Stream.of(sample(-4), sample(12.5)));
    Files.createFile(folder.devicesPage());
    return folder;
  }

  /** Those of the search, without its own. */
  private static List<Parameter> parameters(String target) {
    return List.of(
        STORED.parameters().get(0),
        STORED.parameters().get(1),
        new Parameter("duration", "30000 ms", "-Dduration", "PT30S"),
        new Parameter("warm-up-ramp", "2500 ms", "-Dwarm-up-ramp", "PT2.5S"),
        new Parameter("target", target, "-Dtarget", target));
  }

  /** A whole run with another value of one component. */
  private RunFolder whole(Duration after, String name, Object value) throws IOException {
    RunFolder folder = whole(after);
    folder.write(Copies.with(folder.run(), name, value));
    return folder;
  }

  private static List<Parameter> parameters(Parameter another) {
    return parameters("falcon").stream()
        .map(parameter -> parameter.key().equals(another.key()) ? another : parameter)
        .toList();
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
  void aStoredTrialDoesNotCountAgainIfTheClockWasSetBack() throws IOException {
    RunFolder folder = whole(Duration.ofSeconds(8));
    CapacityTrial first =
        Copies.with(STORED.trials().get(0), "folder", folder.path().getFileName().toString());
    search.write(STORED.with(List.of(first, STORED.trials().get(1)), STORED.spentS()));

    assertThat(counted()).isEqualTo(search.read());
  }

  @Test
  void aCopyOfARunDoesNotCountAgain() throws IOException {
    whole(Duration.ofSeconds(8), "uuid", "same");
    whole(Duration.ofSeconds(9), "uuid", "same");

    assertThat(counted().trials()).hasSize(3);
  }

  @Test
  void runsThatAreNoneOfTheSearchDoNotCount() throws IOException {
    List<Parameter> shorter =
        parameters(new Parameter("duration", "20000 ms", "-Dduration", "PT20S"));
    List<Parameter> faster =
        parameters(new Parameter("interval", "250 ms", "-Dinterval", "PT0.25S"));
    List<Parameter> easier =
        parameters("falcon").stream().filter(p -> !p.key().startsWith("slo.")).toList();
    whole(Duration.ofSeconds(8), "parameters", shorter);
    whole(Duration.ofSeconds(9), "parameters", faster);
    whole(Duration.ofSeconds(10), "parameters", easier);
    whole(Duration.ofSeconds(11), "versions", Copies.with(STORED.versions(), "cores", 4.0));

    assertThat(counted()).isEqualTo(STORED);
  }

  @Test
  void otherFoldersDoNotCount() throws IOException {
    run("channels", Duration.ofSeconds(8), Run.State.ENDED, VerdictExamples.FAIL);
    Files.writeString(whole(Duration.ofSeconds(9)).path().resolve(RunFolder.RUN), "{");
    Files.delete(whole(Duration.ofSeconds(10)).path().resolve(RunFolder.SAMPLES));

    assertThat(counted()).isEqualTo(STORED);
  }
}
