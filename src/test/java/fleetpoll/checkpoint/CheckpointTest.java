package fleetpoll.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.fleet.Crew;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.record.Snapshot;
import fleetpoll.record.login.DeviceLogins;
import fleetpoll.run.Copies;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.FileSteps;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.Logins;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.run.RunAssembly;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunSeconds;
import fleetpoll.run.RunWriter;
import fleetpoll.run.SampledWindow;
import fleetpoll.run.SideFiles;
import fleetpoll.run.Versions;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.run.unfinished.Maker;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LoginSettings;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.watch.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final Maker MAKER = new Maker(1, null, null, null);

  private final FleetSettings settings =
      FleetExamples.fleet(20, Duration.ofMinutes(2), Duration.ofMillis(500));
  private final FleetRecorder recorder = new FleetRecorder(settings);

  private final RunSeconds seconds = new RunSeconds(settings, recorder, recorder::windowEndNanos);

  @TempDir Path folder;

  private long nowNanos;
  private CheckpointFolder checkpoints;
  private Checkpoint checkpoint;

  @BeforeEach
  void prepare() throws IOException {
    checkpoints = CheckpointFolder.of(folder);
    checkpoints.claim();
    new RunFolder(folder).write(run(Snapshot.none(2), 0));
    checkpoint = checkpoint();
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(settings, recorder, () -> nowNanos, checkpoints, seconds);
  }

  private void take() throws Exception {
    take(checkpoint, Runnable::run);
  }

  private void take(Checkpoint some, Executor loop) throws Exception {
    List<Integer> even = devices(0);
    List<Integer> odd = devices(1);
    some.take(List.of(new Crew(even, loop), new Crew(odd, loop)), new PlainJudge());
  }

  private List<Integer> devices(int rest) {
    return IntStream.range(0, 20).filter(d -> d % 2 == rest).boxed().toList();
  }

  private final class PlainJudge implements Checkpoint.Judge {
    @Override
    public void take(int device, Snapshot snapshot) {}

    @Override
    public Run judge(Snapshot fleet, long untilNanos) {
      return run(fleet, untilNanos);
    }
  }

  private Run run(Snapshot fleet, long untilNanos) {
    return new RunAssembly(
            "run",
            null,
            "http://127.0.0.1:8000",
            new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of()),
            settings,
            recorder,
            Instant.EPOCH,
            untilNanos,
            Optional.empty(),
            new Finding("process 4711", null, true, false),
            SampledWindow.of(List.of(), 0, untilNanos),
            List.of())
        .soFar(MAKER, fleet, null);
  }

  /** All devices poll all their ticks until then; each third poll of the first device fails. */
  private void pollUntil(long untilNanos) {
    for (DeviceRecorder device : recorder.devices()) {
      while (device.cursor().hasNext() && device.cursor().nextDueNanos() < untilNanos) {
        long tick = device.cursor().take(device.cursor().nextDueNanos());
        for (int e = 0; e < 2; e++) {
          if (device.isDue(e, tick)) {
            boolean fails = device == recorder.device(0) && tick % 3 == 0;
            device.record(poll(e, device.dueNanos(tick), fails ? Outcome.TIMEOUT : Outcome.OK));
          }
        }
      }
    }
    nowNanos = untilNanos;
  }

  private static Poll poll(int endpoint, long due, Outcome outcome) {
    long end = due + 5 * MILLI;
    return new Poll(endpoint, due, due, due, end, 100, 160, Opening.NONE, outcome, "why");
  }

  private RunFolder measured() throws IOException {
    return new RunFolder(folder).measured();
  }

  private static <T> long sum(List<T> rows, ToLongFunction<T> count) {
    return rows.stream().mapToLong(count).sum();
  }

  @Test
  void theTotalsAreTheSumsOfTheRows() throws Exception {
    pollUntil(30 * SECOND);
    take();

    Run run = new RunFolder(folder).run();
    assertThat(run.isRunning()).isTrue();
    assertThat(run.end()).isEqualTo(Instant.EPOCH.plusSeconds(30));
    List<DeviceRow> rows = measured().devices();
    assertThat(rows).hasSize(40).extracting(DeviceRow::device).isSorted();
    assertThat(sum(rows, DeviceRow::planned)).isEqualTo(20 * 60 + 20 * 6);
    assertThat(sum(run.endpoints(), EndpointTotals::planned)).isEqualTo(20 * 60 + 20 * 6);
    assertThat(sum(run.endpoints(), EndpointTotals::ok)).isEqualTo(sum(rows, DeviceRow::ok));
    assertThat(sum(run.endpoints(), EndpointTotals::ko))
        .isEqualTo(sum(measured().errors(), row -> row.count()))
        .isPositive();
    assertThat(sum(measured().deviceTimeline(), DeviceTimelineRow::ok))
        .isEqualTo(sum(rows, DeviceRow::ok));
    assertThat(measured().distributions())
        .filteredOn(each -> each.measure().equals("service"))
        .extracting(each -> each.micros().getTotalCount())
        .containsExactly(run.endpoints().get(0).ok(), run.endpoints().get(1).ok());
  }

  @Test
  void itsRowsAreThoseOfARunThatEndsThen() throws Exception {
    pollUntil(120 * SECOND);
    take();
    RunFolder ended = new RunFolder(folder.resolve("ended"));
    FileSteps steps = new FileSteps(List.of());

    new RunWriter(ended, settings, recorder, seconds).write(run(Snapshot.none(2), nowNanos), steps);

    assertThat(steps.missing()).isEmpty();
    assertThat(measured().errors()).isEqualTo(ended.errors()).isNotEmpty();
    assertThat(measured().deviceTimeline())
        .containsExactlyInAnyOrderElementsOf(ended.deviceTimeline())
        .isNotEmpty();
  }

  /** Each device by its own thread, as its polls. */
  @Test
  void itHasTheLoginsOfEachDevice() throws Exception {
    FleetSettings withLogins =
        Copies.with(
            settings,
            "login",
            new LoginSettings(
                Optional.empty(), Map.of(), Statuses.of(List.of()), List.of("token")));
    FleetRecorder fleet = new FleetRecorder(withLogins);
    List<DeviceLogins> logins = fleet.logins().orElseThrow().devices();
    logins.forEach(device -> device.succeeded(2_000));
    logins.get(3).failed("status 503", "status 503, not 200");

    take(
        new Checkpoint(
            withLogins,
            fleet,
            () -> SECOND,
            checkpoints,
            new RunSeconds(withLogins, fleet, fleet::windowEndNanos)),
        Runnable::run);

    assertThat(measured().logins()).hasSize(20).extracting(Logins.Device::ok).containsOnly(1L);
    assertThat(measured().logins().get(3).message()).isEqualTo("status 503, not 200");
    assertThat(new RunFolder(folder).run().file(RunFolder.LOGINS)).isPresent();
  }

  @Test
  void aPollInFlightIsNotInIt() throws Exception {
    pollUntil(10 * SECOND);
    DeviceRecorder busy = recorder.device(7);
    long before = busy.cursor().next();
    busy.cursor().take(busy.cursor().nextDueNanos());

    take();

    assertThat(measured().run().endpoints()).allMatch(EndpointTotals::balanced);
    DeviceRow row = measured().devices().get(2 * 7);
    assertThat(row.planned()).isEqualTo(before).isEqualTo(row.sent());
    assertThat(row.unanswered()).isZero();
  }

  @Test
  void whatWaitsForASuccessIsUnansweredAndSilent() throws Exception {
    DeviceRecorder dead = recorder.device(0);
    for (int tick = 0; tick < 4; tick++) {
      dead.cursor().take(dead.dueNanos(tick));
      dead.record(poll(0, dead.dueNanos(tick), Outcome.TIMEOUT));
    }
    nowNanos = dead.dueNanos(0) + 20 * SECOND;

    take();

    DeviceRow row = measured().devices().get(0);
    assertThat(row.unanswered()).isEqualTo(4);
    assertThat(row.responseMaxMs()).isEqualTo(20_000);
    assertThat(row.silenceMaxMs()).isEqualTo(20_000);
    // The recorder itself goes on as if nobody had asked.
    assertThat(dead.summarise(0).unanswered()).isZero();
  }

  @Test
  void binsThatAreOverAreCopiedAndEachRowIsThereOnce() throws Exception {
    for (long second = 10; second <= 90; second += 20) {
      pollUntil(second * SECOND);
      take();
    }
    List<DeviceTimelineRow> bitByBit = measured().deviceTimeline();

    take(checkpoint = checkpoint(), Runnable::run);
    assertThat(bitByBit).containsExactlyInAnyOrderElementsOf(measured().deviceTimeline());
    assertThat(sum(bitByBit, DeviceTimelineRow::planned)).isEqualTo(20 * 180 + 20 * 18);
  }

  @Test
  void oneThatFailsLeavesTheOneBefore() throws Exception {
    pollUntil(10 * SECOND);
    take();
    pollUntil(20 * SECOND);

    assertThatThrownBy(
            () ->
                take(
                    checkpoint,
                    task -> {
                      throw new UncheckedIOException(new IOException("the run is over"));
                    }))
        .hasMessageContaining("the run is over");

    assertThat(checkpoints.path()).isDirectoryNotContaining(each -> !each.endsWith("1"));
    assertThat(new RunFolder(folder).run().end()).isEqualTo(Instant.EPOCH.plusSeconds(10));
    take();
    assertThat(new RunFolder(folder).run().end()).isEqualTo(Instant.EPOCH.plusSeconds(20));
  }

  @Test
  void oneThatCannotBeRenamedDoesNotSpoilTheNext() throws Exception {
    pollUntil(10 * SECOND);
    take();
    pollUntil(60 * SECOND);
    Path inTheWay = Files.createDirectories(checkpoints.path().resolve("2").resolve("x"));
    assertThatThrownBy(this::take).isInstanceOf(IOException.class);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());

    take();

    List<DeviceTimelineRow> rows = measured().deviceTimeline();
    assertThat(sum(rows, DeviceTimelineRow::planned)).isEqualTo(20 * 120 + 20 * 12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices.csv",
        "errors.csv",
        "timeline.csv",
        "samples.csv",
        "device-timeline.csv",
        "polls.hlog"
      })
  void whatIsCutOfItIsNotBelieved(String name) throws Exception {
    seconds.open(new RunFolder(folder));
    append(30);
    take();
    append(40);
    SideFiles files = new SideFiles(new RunFolder(folder));
    assertThat(files.damaged()).as("two files have grown since").isEmpty();
    read(files);

    Path path = files.measured().path().resolve(name);
    cut(Files.exists(path) ? path : folder.resolve(name));

    assertThat(files.damaged())
        .singleElement()
        .satisfies(
            damage ->
                assertThat(damage)
                    .hasMessageMatching(
                        name + " is damaged: it has [\\d,]+ of [\\d,]+ bytes, and .* rows?.*"));
    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DamagedFile.class)
        .hasMessageContaining(name);
  }

  private void append(int untilSecond) {
    pollUntil(untilSecond * SECOND);
    recorder.settle(nowNanos);
    seconds.add(ResourceExamples.samples(untilSecond));
  }

  private static void read(SideFiles files) throws IOException {
    files.devices();
    files.errors();
    files.timeline(row -> {});
    files.samples(row -> {});
    files.deviceTimeline(row -> {});
    files.distributions();
  }

  /** Leaves the header and a row or two. */
  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, Math.min(300, bytes.length * 3 / 4)));
  }
}
