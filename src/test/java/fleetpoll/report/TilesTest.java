package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Numbers;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.report.Tiles.Tile;
import fleetpoll.run.Copies;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.settings.FleetSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesTest {

  @TempDir Path path;

  @Test
  void eachFigureHasItsUnitAndWhatBelongsToIt() {
    Run run = RunExamples.threeDevices(folder());

    assertThat(Tiles.of(run))
        .extracting(
            tile -> "%s|%s|%s|%s".formatted(tile.name(), tile.value(), tile.unit(), tile.note()))
        .containsExactly(
            "Planned|66||polls",
            "Sent|63||ok + ko",
            "Missed|3||3 busy",
            "Success|84.126|%|10 failed",
            "Requests|6.30|/s|over 10 s",
            "Received|0.99|Mbit/s|payload of answers",
            "Longest silence|1,000|ms|device-0002",
            "p99 of A|80.0|ms|response 503 ms",
            "p99 of B|3.40|ms|response 6.40 ms",
            "Server CPU|0.31|cores|0.28 ms a request",
            "Server memory|92.0|MB|peak");
    assertThat(Tiles.of(run)).extracting(Tile::mark).contains("missed", "ko");
    assertThat(Tiles.of(run))
        .filteredOn(tile -> tile.mark().equals("few"))
        .extracting(Tile::name)
        .containsExactly("p99 of A", "p99 of B");
  }

  @Test
  void ofAServerThatIsKnownForAPartOfTheTimeThereIsAPeakAtLeast() {
    Run run = RunExamples.threeDevices(folder());
    Resources known = Copies.with(run.resources(), "targetKnownPercent", 3.3);
    Resources part =
        Copies.with(known, "target", Copies.with(known.target(), "cpuCoresMean", null));

    assertThat(Tiles.of(Copies.with(run, "resources", part)))
        .extracting(tile -> "%s|%s|%s".formatted(tile.name(), tile.value(), tile.note()))
        .contains(
            "Server CPU|%s|known for 3.3 %% of the time".formatted(Numbers.NONE),
            "Server memory|≥ 92.0|known for 3.3 % of the time");
  }

  /** Its counters span the time in which its memory was not known. */
  @Test
  void aMeanOfTheWholeTimeIsNotThatOfAPart() {
    Run run = RunExamples.threeDevices(folder());
    Resources part = Copies.with(run.resources(), "targetKnownPercent", 3.3);

    assertThat(Tiles.of(Copies.with(run, "resources", part)))
        .extracting(tile -> "%s|%s|%s".formatted(tile.name(), tile.value(), tile.note()))
        .contains(
            "Server CPU|0.31|0.28 ms a request",
            "Server memory|≥ 92.0|known for 3.3 % of the time");
  }

  @Test
  void whatIsNotKnownIsNotZero() {
    Run run =
        RunExamples.write(
            folder(),
            RunExamples.fleet(1, 10),
            (d, e, k) -> Answer.ko(Outcome.REFUSED, "x"),
            new Circumstances(
                false, List.of(), List.of(), ResourceExamples.UNKNOWN, ResourceExamples.VALID));

    assertThat(Tiles.of(run))
        .filteredOn(tile -> tile.value().equals(Numbers.NONE))
        .extracting(tile -> tile.name() + ": " + tile.note())
        .containsExactly(
            "p99 of A: no poll succeeded",
            "p99 of B: no poll succeeded",
            "Server CPU: not measured",
            "Server memory: not measured");
    assertThat(Tiles.of(run)).extracting(Tile::mark).doesNotContain("few");
  }

  @Test
  void aTinyRunSaysWhatWasNotPlannedAndSharesNoMemory() {
    FleetSettings tiny =
        RunExamples.withEndpoints(
            FleetExamples.fleet(1, Duration.ofSeconds(1), Duration.ofSeconds(1)), 2);
    Run run = RunExamples.write(folder(), tiny, false, (d, e, k) -> Answer.ok(1_000));

    assertThat(Tiles.of(run))
        .extracting(tile -> tile.name() + ": " + tile.value() + " " + tile.note())
        .contains("Planned: 1 poll", "p99 of bulk: - none planned", "Server memory: 92.0 peak");
  }

  @Test
  void aHundredDevicesShareTheServersMemory() {
    Run run =
        RunExamples.write(
            folder(), RunExamples.fleet(100, 1), false, (d, e, k) -> Answer.ok(1_000));

    assertThat(Tiles.of(run)).extracting(Tile::note).contains("184 MB per 1,000 devices");
  }

  private RunFolder folder() {
    return RunExamples.folder(path, "run");
  }
}
