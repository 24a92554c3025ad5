package fleetpoll.study;

import fleetpoll.client.CellResult;
import fleetpoll.run.Versions;
import fleetpoll.server.SeededDelay;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.StudyClient;
import fleetpoll.settings.StudySettings;
import fleetpoll.study.CellUsage.ServerReading;
import fleetpoll.study.StudiedTarget.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies and rows for tests. */
public final class StudyExamples {

  static final Instant STARTED = Instant.ofEpochSecond(1_000);

  /** The delays of the defaults. */
  public static final SeededDelay DELAYS = new SeededDelay(10_000_000, 800_000_000, 1);

  private StudyExamples() {}

  /** Settings with properties written {@code name=value}. */
  static StudySettings settings(String... properties) {
    Map<String, String> map = new HashMap<>();
    for (String property : properties) {
      map.put(property.split("=")[0], property.split("=")[1]);
    }
    return SettingsLoader.loadStudy(map, Path.of(""), faults -> {});
  }

  /** A study with {@link #DELAYS}. */
  public static Study study(boolean counted, boolean complete) {
    return study("http://127.0.0.1:1/delay?i=", counted, complete);
  }

  /** A study of a target. */
  public static Study studyOf(String target) {
    return study(target, true, true);
  }

  /** A study of a target that failed when it was probed. */
  static Study studyWithoutDelays() {
    return study("http://127.0.0.1:1/delay?i=", null, true, true);
  }

  private static Study study(String target, boolean counted, boolean complete) {
    return study(target, DELAYS, counted, complete);
  }

  private static Study study(String target, SeededDelay delays, boolean counted, boolean complete) {
    return new Study(
        Study.SCHEMA_VERSION,
        "concurrencystudy-1",
        STARTED,
        STARTED.plusSeconds(60),
        complete,
        target,
        delays,
        counted,
        new Versions("1", "2", "3", "4", 2, List.of()),
        null,
        List.of(),
        null);
  }

  /** A client's result, whose first request left 2 s after the client's start. */
  static CellResult result(double wallS, long ok, Map<String, Long> koBy) {
    return new CellResult(
        1_002_000_000L,
        (long) (wallS * 1e9),
        ok,
        koBy,
        (long) (ok * 0.5e9),
        koBy.isEmpty() ? null : "boom",
        null,
        null,
        null);
  }

  static CellUsage usage() {
    return new CellUsage(
        1.5,
        0.5,
        200_000_000,
        List.of(
            new ServerReading(1_000_000_000L, 10),
            new ServerReading(1_001_950_000L, 11),
            new ServerReading(1_004_050_000L, 11.5)));
  }

  /** A row of a cell in which everything went well. */
  public static StudyRow row(String client, long n, int m, double wallS) {
    Cell cell = new Cell(StudyClient.of(client).orElseThrow(), n, m);
    Measurement measurement =
        new Measurement(
            STARTED,
            Optional.of(result(wallS, n, Map.of())),
            Optional.of(usage()),
            Optional.empty());
    double meanS = new DelayModel(DELAYS).meanSeconds(n);
    return new RanRow(cell, measurement, meanS, true, Optional.of(new Received(n, 0))).row();
  }

  /** A row that is only predicted. */
  public static StudyRow predicted(String client, long n, int m, double predictedS) {
    return StudyRow.predictedOnly(
        new Cell(StudyClient.of(client).orElseThrow(), n, m), predictedS, "it takes too long");
  }

  /** A row of a client that cannot run. */
  public static StudyRow skipped(String client, long n, int m) {
    return StudyRow.skipped(
        new Cell(StudyClient.of(client).orElseThrow(), n, m), 1.0, "it is not here");
  }

  /** A row of a cell whose requests were all refused. */
  public static StudyRow refused(String client, long n, int m) {
    Measurement measurement =
        new Measurement(
            STARTED,
            Optional.of(result(0.1, 0, Map.of("refused", n))),
            Optional.of(usage()),
            Optional.empty());
    Cell cell = new Cell(StudyClient.of(client).orElseThrow(), n, m);
    return new RanRow(cell, measurement, null, false, Optional.empty()).row();
  }

  /** A row of a cell one of whose requests had no answer in time. */
  static StudyRow timedOut(String client, long n, int m, double wallS) {
    Measurement measurement =
        new Measurement(
            STARTED,
            Optional.of(result(wallS, n - 1, Map.of("timeout", 1L))),
            Optional.of(usage()),
            Optional.empty());
    Cell cell = new Cell(StudyClient.of(client).orElseThrow(), n, m);
    return new RanRow(cell, measurement, 0.4, true, Optional.of(new Received(n, 0))).row();
  }

  /** A folder that contains a study. */
  public static StudyFolder stored(Path path, Study study, List<StudyRow> rows) throws IOException {
    StudyFolder folder = new StudyFolder(path);
    folder.write(study, rows);
    return folder;
  }

  /** Rows of every kind. */
  public static List<StudyRow> everyKind() {
    return List.of(
        row("sync", 100, 1, 43.1),
        predicted("sync", 10_000, 1, 3_600),
        row("async", 1_000, 100, 4.5),
        row("async", 10_000, 100, 41),
        row("async", 10_000, 1_000, 18),
        skipped("virtual", 1, 10),
        skipped("virtual", 1, 100),
        refused("threads", 1, 10));
  }
}
