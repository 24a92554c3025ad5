package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final long MILLI = 1_000_000;

  private final FleetSettings settings =
      FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500));
  private final FleetRecorder fleet = new FleetRecorder(settings);
  private final RunSeconds seconds = new RunSeconds(settings, fleet, fleet::windowEndNanos);

  @TempDir Path path;

  @Test
  void theFilesHoldWhatWasRecorded() throws IOException {
    pollEverything(fleet.device(0), Outcome.OK, null);
    pollEverything(fleet.device(1), Outcome.status(503), "expected 200, \"got\" <503>,\n503");

    Run run = store(path);

    RunFolder folder = new RunFolder(path);
    assertThat(run.missing()).isEmpty();
    assertThat(folder.run()).isEqualTo(run);
    assertThat(folder.devices())
        .extracting(DeviceRow::device, DeviceRow::endpoint, DeviceRow::planned, DeviceRow::ok)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("device-0001", "A", 20L, 20L),
            org.assertj.core.groups.Tuple.tuple("device-0001", "B", 2L, 2L),
            org.assertj.core.groups.Tuple.tuple("device-0002", "A", 20L, 0L),
            org.assertj.core.groups.Tuple.tuple("device-0002", "B", 2L, 0L));
    assertThat(folder.devices().get(0).serviceMaxMs()).isEqualTo(4.0);
    assertThat(folder.devices().get(2).serviceMaxMs()).isNull();
    assertThat(folder.errors())
        .contains(
            new ErrorRow(
                "device-0002",
                "A",
                "status 503",
                20,
                0.255,
                9.755,
                "expected 200, \"got\" <503>,\n503"));
    assertThat(folder.timeline()).allMatch(row -> row.planned() == row.sent() + row.missed());
    assertThat(folder.timeline().stream().mapToLong(TimelineRow::ok).sum()).isEqualTo(22);
    assertThat(folder.deviceTimeline().stream().mapToLong(DeviceTimelineRow::ko).sum())
        .isEqualTo(22);
  }

  @Test
  void connectionsHaveTimesOnlyIfThereWereAny() throws IOException {
    record(new Opening(1, 0, 300_000, 1, 2_000_000));
    record(new Opening(1, 0, 500_000, 0, 0));
    fleet.device(0).warmedUp(1, new Opening(1, 0, 120_400, 0, 0));

    Run run = store(path);

    assertThat(run.endpoints().get(0).wireBytes()).isEqualTo(320);
    assertThat(run.endpoints().get(0).connections())
        .isEqualTo(new Connections(2, 0.4, 0.5, 1, 2.0, 2.0));
    assertThat(run.endpoints().get(1).warmUpConnections())
        .isEqualTo(new Connections(1, 0.12, 0.12, 0, null, null));
    assertThat(Files.readAllLines(path.resolve("devices.csv")))
        .elements(1, 2, 3)
        .map(line -> line.replaceFirst("([^,]*,){20}", ""))
        .containsExactly(
            "320,2,0.4,0.5,2.0,2.0,0,,,0,,1.0,0,0.0,1,0,0",
            "0,0,,,,,1,0.12,,0,,1.0,0,0.0,0,0,0",
            "0,0,,,,,0,,,0,,,0,,0,0,0");
    assertThat(run.tlsHandshakes().count()).isEqualTo(1);
    assertThat(run.tlsHandshakes().time().p99Ms()).isEqualTo(2.0);
    assertThat(run.tlsHandshakes().warmUpCount()).isZero();
    assertThat(Files.readString(path.resolve("polls.hlog")))
        .contains("Tag=*/*/tls,")
        .doesNotContain("warm-up-tls", "login");
    assertThat(new RunFolder(path).run()).isEqualTo(run);
    assertThat(new RunFolder(path).devices().get(0).tlsMaxMs()).isEqualTo(2.0);
  }

  private void record(Opening opening) {
    fleet.device(0).record(new Poll(0, 0, 0, 0, MILLI, 100, 160, opening, Outcome.OK, null));
  }

  @Test
  void theHeadersAreTheDocumentedOnesEvenWithoutRows() throws IOException {
    store(path);

    assertThat(path.resolve("devices.csv"))
        .content()
        .startsWith(
            "device,endpoint,planned,sent,missed,ok,ko,bytes,service_min_ms,service_mean_ms,"
                + "service_p50_ms,service_p95_ms,service_p99_ms,service_max_ms,response_p50_ms,"
                + "response_p95_ms,response_p99_ms,response_max_ms,late_p99_ms,late_max_ms,"
                + "wire_bytes,connections,connect_mean_ms,connect_max_ms,tls_mean_ms,tls_max_ms,"
                + "warm_up_connections,warm_up_connect_mean_ms,warm_up_tls_mean_ms,unanswered,"
                + "silence_max_ms,device_silence_max_ms,stalled,"
                + "device_silence_from_s,tls_handshakes,warm_up_tls_handshakes,"
                + "missed_by_generator\n");
    assertThat(path.resolve("device-timeline.csv"))
        .content()
        .startsWith("device,endpoint,t_s,planned,sent,missed,ok,ko,service_max_ms\n");
    assertThat(path.resolve("errors.csv"))
        .content()
        .isEqualTo("device,endpoint,reason,count,first_s,last_s,message\n");
    assertThat(path.resolve("timeline.csv"))
        .content()
        .isEqualTo(
            "t_s,endpoint,planned,sent,missed,ok,ko,service_p50_ms,service_p95_ms,service_p99_ms,"
                + "service_max_ms,response_p50_ms,response_p95_ms,response_p99_ms,"
                + "unanswered\n");
  }

  @Test
  void anyHistogramToolReadsTheLog() throws IOException {
    pollEverything(fleet.device(0), Outcome.OK, null);

    store(path);

    long polls = 0;
    HistogramLogReader log = new HistogramLogReader(path.resolve("polls.hlog").toFile());
    for (EncodableHistogram h = log.nextIntervalHistogram();
        h != null;
        h = log.nextIntervalHistogram()) {
      if (h.getTag().equals("device-0001/A/service")) {
        polls += ((org.HdrHistogram.AbstractHistogram) h).getTotalCount();
      }
    }
    assertThat(polls).isEqualTo(20);
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedAndTheOthersAreThere() throws IOException {
    Files.createDirectory(path.resolve("devices.csv"));

    Run run = store(path);

    assertThat(run.missing()).extracting(Missing::file).containsExactly("devices.csv");
    assertThat(new RunFolder(path).run().missing()).isEqualTo(run.missing());
    assertThat(path.resolve("timeline.csv")).exists();
  }

  @Test
  void aRunOfSchemaTwoIsStillRead() throws IOException {
    Run run = store(path);
    Path file = path.resolve("run.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"schemaVersion\" : 5", "\"schemaVersion\" : 2")
            .replace(
                "\"missing\" : [ ]",
                "\"missing\" : [ \"errors.csv: /tmp/a: b: No space left\", \"polls.hlog: null\""
                    + " ]"));

    Run read = new RunFolder(path).run();

    assertThat(read.schemaVersion()).isEqualTo(2);
    assertThat(read.missing())
        .containsExactly(
            new Missing("errors.csv", "/tmp/a: b: No space left"),
            new Missing("polls.hlog", "null"));
    assertThat(read.missing().get(0).text()).isEqualTo("errors.csv: /tmp/a: b: No space left");
    assertThat(read.endpoints()).isEqualTo(run.endpoints());
  }

  @Test
  void whatIsMissingIsStoredWithItsReason() throws IOException {
    RunFolder folder = new RunFolder(path);
    Run run =
        store(path)
            .withMissing(List.of(new Missing("errors.csv", "full"), new Missing("a.csv", null)));

    folder.write(run);

    assertThat(folder.run()).isEqualTo(run);
    assertThat(Files.readString(path.resolve("run.json")))
        .containsPattern("\"file\" : \"errors.csv\",\\s+\"reason\" : \"full\"")
        .doesNotContain("errors.csv: ");
  }

  @Test
  void silencesAndWhatIsUnansweredAreStored() throws IOException {
    pollEverything(fleet.device(0), Outcome.OK, null);
    pollEverything(fleet.device(1), Outcome.TIMEOUT, "too long");
    fleet.devices().forEach(device -> device.leave(10_000 * MILLI));

    Run run = store(path);

    assertThat(run.silence()).isEqualTo(new Silence("device-0002", 9_750.0, 0.25, 0.0));
    assertThat(run.endpoints().get(0).unanswered()).isEqualTo(20);
    assertThat(run.endpoints().get(0).silenceMaxMs()).isEqualTo(9_750.0);
    assertThat(new RunFolder(path).devices())
        .extracting(
            DeviceRow::unanswered,
            DeviceRow::silenceMaxMs,
            DeviceRow::deviceSilenceMaxMs,
            DeviceRow::deviceSilenceFromS)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0L, 500.0, 500.0, 0.005),
            org.assertj.core.groups.Tuple.tuple(0L, 5_000.0, 500.0, 0.005),
            org.assertj.core.groups.Tuple.tuple(20L, 9_750.0, 9_750.0, 0.25),
            org.assertj.core.groups.Tuple.tuple(2L, 9_750.0, 9_750.0, 0.25));
    assertThat(new RunFolder(path).run()).isEqualTo(run);
  }

  private static void pollEverything(DeviceRecorder device, Outcome outcome, String message) {
    while (device.cursor().hasNext()) {
      long tick = device.cursor().take(device.cursor().nextDueNanos());
      long due = device.dueNanos(tick);
      for (int endpoint = 0; endpoint < 2; endpoint++) {
        if (device.isDue(endpoint, tick)) {
          long sent = due + MILLI;
          long end = sent + 4 * MILLI;
          device.record(
              new Poll(endpoint, due, due, sent, end, 100, 160, Opening.NONE, outcome, message));
        }
      }
    }
  }

  private Run store(Path folder) {
    seconds.add(ResourceExamples.samples(10));
    RunWriter writer = new RunWriter(new RunFolder(folder), settings, fleet, seconds);
    Run run =
        new Run(
            Run.SCHEMA_VERSION,
            Run.State.ENDED,
            null,
            "devicepollsimulation-20260101000000000",
            null,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:10Z"),
            new Run.Overtime(0, 0),
            null,
            false,
            "http://127.0.0.1:8000",
            null,
            new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of()),
            settings.inForce(),
            List.of("device-0001", "device-0002"),
            null,
            null,
            RunAssembly.totals(settings, fleet),
            null,
            List.of(),
            List.of(),
            RunAssembly.silence(settings, fleet),
            Connections.Handshakes.of(fleet.handshakes()),
            ResourceExamples.RESOURCES,
            ResourceExamples.VALID,
            List.of(),
            null);
    FileSteps steps = new FileSteps(List.of());
    return writer.write(run, steps);
  }
}
