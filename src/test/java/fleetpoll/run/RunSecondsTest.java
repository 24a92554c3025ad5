package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.watch.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSecondsTest {

  private static final long SECOND = 1_000_000_000;

  private final FleetSettings settings =
      FleetExamples.fleet(1, Duration.ofSeconds(10), Duration.ofSeconds(1));
  private final FleetRecorder fleet = new FleetRecorder(settings);
  private final RunSeconds seconds = new RunSeconds(settings, fleet, fleet::windowEndNanos);
  private final FileSteps steps = new FileSteps(List.of());

  @TempDir Path path;

  private RunFolder folder() {
    return new RunFolder(path);
  }

  /** Polls what is due in a second, and takes the samples at its end. */
  private void second(int second) {
    DeviceRecorder device = fleet.device(0);
    long tick = device.cursor().take(second * SECOND);
    for (int e = 0; e < 2; e++) {
      if (device.isDue(e, tick)) {
        long due = device.dueNanos(tick);
        long end = due + SECOND / 10;
        device.record(new Poll(e, due, due, due, end, 100, 160, Opening.NONE, Outcome.OK, null));
      }
    }
    fleet.settle((second + 1) * SECOND);
    seconds.add(samples(second + 1));
  }

  private static List<Sample> samples(int second) {
    return ResourceExamples.samples(second).stream()
        .filter(sample -> sample.atNanos() == second * SECOND)
        .toList();
  }

  @Test
  void whatIsFinalIsInTheFolderWhileTheRunGoesOn() throws IOException {
    seconds.open(folder());
    assertThat(folder().timeline()).isEmpty();
    assertThat(folder().samples()).isEmpty();

    for (int second = 0; second < 4; second++) {
      second(second);
    }

    assertThat(folder().timeline()).extracting(TimelineRow::tS).containsOnly(0L, 1L, 2L);
    assertThat(folder().samples()).extracting(SampleRow::tS).containsOnly(1.0, 2.0, 3.0, 4.0);
    seconds.complete(folder(), steps, new ArrayList<>());
    assertThat(steps.missing()).isEmpty();
    assertThat(folder().timeline()).extracting(TimelineRow::tS).containsOnly(0L, 1L, 2L, 3L);
    assertThat(folder().timeline().stream().mapToLong(TimelineRow::ok).sum())
        .isEqualTo(fleet.totals().stream().mapToLong(total -> total.ok()).sum());
  }

  @Test
  void aLineThatAKillHasCutIsLeftOut() throws IOException {
    seconds.open(folder());
    second(0);
    second(1);
    Files.writeString(path.resolve(RunFolder.TIMELINE), "1,A,1,1,0", StandardOpenOption.APPEND);

    assertThat(folder().timeline()).extracting(TimelineRow::tS).containsOnly(0L);
  }

  @Test
  void samplesWaitUntilAllStallsBeforeThemAreKnown() throws IOException {
    StallRecorder loop = fleet.eventLoop();
    loop.begin(0);
    seconds.open(folder());
    seconds.add(samples(1));
    assertThat(folder().samples()).isEmpty();

    loop.beat(SECOND / 2);
    loop.beat(3 * SECOND / 2);
    seconds.add(samples(2));
    assertThat(folder().samples()).extracting(SampleRow::tS).containsOnly(1.0);

    loop.beat(2 * SECOND + SECOND / 2);
    seconds.add(samples(3));
    assertThat(folder().samples())
        .filteredOn(row -> row.source().equals("generator"))
        .extracting(SampleRow::tS, SampleRow::stallMs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1.0, null),
            org.assertj.core.groups.Tuple.tuple(2.0, 990.0));
  }

  @Test
  void theRecordThatGoesElsewhereContainsWhatWasAppended() throws IOException {
    Path own = Files.createDirectory(path.resolve("own"));
    Path another = Files.createDirectory(path.resolve("another"));
    seconds.open(new RunFolder(own));
    second(0);
    second(1);
    second(2);
    Files.delete(own.resolve(RunFolder.TIMELINE));
    Files.delete(own.resolve(RunFolder.SAMPLES));
    Files.delete(own);
    second(3);

    seconds.complete(new RunFolder(another), steps, new ArrayList<>());

    assertThat(steps.missing()).isEmpty();
    assertThat(new RunFolder(another).timeline())
        .extracting(TimelineRow::tS)
        .containsOnly(0L, 1L, 2L, 3L);
    assertThat(new RunFolder(another).samples())
        .extracting(SampleRow::tS)
        .containsOnly(1.0, 2.0, 3.0, 4.0);
  }

  @Test
  void whatCannotBeWrittenIsToldOnceForEachFile() throws IOException {
    seconds.open(new RunFolder(path.resolve("missing")));
    second(0);
    assertThat(seconds.takeTroubles())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains(" cannot be written ("))
        .satisfiesExactly(
            text -> assertThat(text).startsWith("timeline.csv "),
            text -> assertThat(text).startsWith("samples.csv "));

    second(1);

    assertThat(seconds.takeTroubles()).isEmpty();
    assertThat(seconds.force()).isEmpty();
  }

  @Test
  void aRunWithoutAFolderIsWrittenAtItsEnd() throws IOException {
    second(0);

    seconds.complete(folder(), steps, new ArrayList<>());

    assertThat(folder().timeline()).extracting(TimelineRow::tS).containsOnly(0L);
    assertThat(folder().samples()).hasSize(3);
  }
}
