package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.LatencySummary;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.run.Copies;
import fleetpoll.run.Event;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.Latency;
import fleetpoll.run.Logins;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.VerdictExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.StormSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesPageTest {

  @TempDir Path path;
  private RunFolder folder;

  @BeforeEach
  void inAFolder() {
    folder = RunExamples.folder(path, "run");
  }

  @Test
  void thePageIsTheGoldenOne() throws IOException {
    RunExamples.threeDevices(folder);

    Golden.assertSame(
        "report/golden-devices.html",
        Golden.withoutAssets(Files.readString(DevicesPage.draw(folder))));
  }

  @Test
  void stormsAreListedWithWhatTheyDid() throws IOException {
    RunExamples.write(
        folder,
        FleetExamples.stormy(
            RunExamples.fleet(3, 10),
            new StormSettings(
                List.of(Duration.ofSeconds(2), Duration.ofSeconds(8)),
                Duration.ofSeconds(1),
                Duration.ZERO)),
        false,
        (d, e, k) ->
            k == 4 || k >= 16 && d == 1 ? Answer.ko(Outcome.REFUSED, "no") : Answer.ok(1_000));

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(
            "<th scope=\"row\">2.0</th><td>3</td><td>3</td><td>0.8</td>"
                + "<td class=\"text\">refused 3</td>",
            "<th scope=\"row\">8.0</th><td>3</td><td class=\"ko\">2</td><td>not all</td>"
                + "<td class=\"text\">refused 5</td>");
  }

  @Test
  void anEndpointWithoutAPollHasNoLateness() throws IOException {
    FleetSettings tiny =
        RunExamples.withEndpoints(
            FleetExamples.fleet(1, Duration.ofSeconds(1), Duration.ofSeconds(1)), 2);
    RunExamples.write(folder, tiny, false, (d, e, k) -> Answer.ok(1_000));

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(" ms. bulk: nothing was sent.</dd>")
        .doesNotContain(" - ms");
  }

  @Test
  void theFileOfLoginsIsNamedOnlyIfItIsThere() throws IOException {
    RunExamples.threeDevices(folder);
    Logins none = new Logins(3, 3, 0, Map.of(), Latency.of(LatencySummary.EMPTY), List.of());
    Run run = Copies.with(folder.run(), "logins", none);
    folder.write(run);
    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains("logins.csv contains all devices.");

    folder.write(run.withMissing(List.of(new Missing(RunFolder.LOGINS, "no room"))));
    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains("logins.csv is missing.")
        .doesNotContain("logins.csv contains");

    folder.write(Copies.with(run, "state", Run.State.RUNNING));
    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains("logins.csv is missing.")
        .doesNotContain("logins.csv contains");
  }

  @Test
  void whatAnEarlierFleetpollDidNotStoreIsUnknown() throws IOException {
    StoredExample.withoutConnections(folder.path());

    assertThat(folder.devices().get(0).connections()).isNull();
    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(
            "<p class=\"hint\">Received on the wire: -</p>",
            "<p class=\"hint\">Connections opened: -</p>");
  }

  @Test
  void thePageOfAnOlderRunSaysWhatItsResponseTimesAre() throws IOException {
    StoredExample.ofSchemaThreeIn(folder.path());

    assertThat(folder.devices().get(0).deviceSilenceMaxMs()).isNull();
    assertThat(folder.timeline().get(0).unanswered()).isNull();
    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(
            "An earlier Fleetpoll stored this run: its response times are those of successes",
            "<dt>Longest silence</dt><dd class=\"value\">-</dd>"
                + "<dd class=\"note\">not known</dd>")
        .contains("<p>Longest silence: -</p>", "<p>Stalls of the generator: -</p>")
        .doesNotContain("<dt>unanswered</dt>", "id=\"silences\"", "value=\"silence\"");
  }

  @Test
  void theTenLongestSilencesAreListed() throws IOException {
    RunExamples.write(
        folder,
        RunExamples.fleet(12, 20),
        false,
        (d, e, k) -> k < 2 * d ? Answer.ko(Outcome.REFUSED, "no") : Answer.ok(1_000));

    String page = Files.readString(DevicesPage.draw(folder));

    assertThat(page.split("data-device=")).hasSize(11);
    assertThat(page)
        .containsSubsequence(
            "<button type=\"button\" data-device=\"11\">device-0012</button></th>"
                + "<td>11.0</td><td>0.5</td><td>11.5</td>",
            "data-device=\"10\"",
            "data-device=\"2\"");
  }

  @Test
  void whatFailedOrWarnsIsOnTopAndWhatPassedIsFolded() throws IOException {
    RunExamples.threeDevices(folder, RunExamples.judged(VerdictExamples.FAIL));

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .containsSubsequence(
            "<p class=\"headline\">",
            "<li class=\"is-fail\"><span class=\"ko\">fail</span>",
            "<small>slo.success</small>",
            "<small>slo.a.p99</small>",
            "<small>slo.server.memory</small>",
            "<li class=\"is-warn\"><span class=\"warn\">warn</span>",
            "<small>validity.cpu</small>",
            "<details id=\"passed\">",
            "<span class=\"pass\">2 checks passed</span>",
            "<span class=\"met\">server.cpu 0.31 cores (≤ 1.5 cores)</span></summary>",
            "<li class=\"is-pass\">",
            "<small>slo.server.cpu</small>",
            "<small>validity.lateness</small>",
            "</details>",
            "The generator stood still for 6 ms in all",
            "<dl class=\"facts\">");
  }

  @Test
  void aFleetThatIsSilentForAnIntervalOnlyIsOneLine() throws IOException {
    RunExamples.write(folder, RunExamples.fleet(3, 10), false, (d, e, k) -> Answer.ok(1_000));
    assertThat(silences()).as("the interval is not known").isFalse();

    withInterval("PT0.5S");
    assertThat(silences()).isTrue();
    withInterval("PT0.3S");
    assertThat(silences()).as("longer than an interval and a half").isFalse();
  }

  @Test
  void aLongStallOfTheWarmUpIsNoneOfTheWindow() throws IOException {
    Circumstances usual = RunExamples.judged(VerdictExamples.PASS);
    List<Event> stalls =
        List.of(new Event(-1.7, "stall", "147 ms."), new Event(4.5, "stall", "100 ms."));
    RunExamples.threeDevices(
        folder,
        new Circumstances(false, stalls, usual.samples(), usual.resources(), usual.verdict()));

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(
            "<ol class=\"events\" aria-label=\"Stalls of 100 ms and more\">\n"
                + "<li><b>4.5 s</b> 100 ms.</li>\n</ol>");
  }

  private boolean silences() throws IOException {
    return Silences.of(folder.run(), folder.devices()).usual();
  }

  private void withInterval(String normal) throws IOException {
    Path run = folder.path().resolve(RunFolder.RUN);
    Files.writeString(
        run,
        Files.readString(run)
            .replaceFirst("\"key\" : \"(devices|interval)\"", "\"key\" : \"interval\"")
            .replaceFirst("\"normal\" : (null|\"[^\"]*\")", "\"normal\" : \"" + normal + "\""));
  }

  @Test
  void hostileTextIsTextOnly() throws IOException {
    RunExamples.threeDevices(folder);

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .doesNotContain("<img", "<b>\"3\"</b>", "<script>document", "\u2028\"", "<!--")
        .contains("&lt;img src=x", "\\u003Cimg src=x", "\\u003Cb\\u003E");
  }

  @Test
  void thePageAsksNobodyForAnything() throws IOException {
    RunExamples.threeDevices(folder);

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .doesNotContainPattern("(?:href|src|url)\\s*[=(]\\s*[\"']?https?:")
        .contains("default-src 'none'; style-src 'sha256-");
  }

  @Test
  void aMissingFileIsNamedAndTheRestIsDrawn() throws IOException {
    RunExamples.threeDevices(folder);
    Files.delete(folder.path().resolve("devices.csv"));
    Files.delete(folder.path().resolve("errors.csv"));

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains("Missing file devices.csv", "Missing file errors.csv", "3 devices: 84.126 %");
  }

  @Test
  void aFileThatIsNotCsvIsNamedAndTheRestIsDrawn() throws IOException {
    StoredExample.ofSchemaThreeIn(folder.path());
    Files.writeString(folder.path().resolve("devices.csv"), "device,endpoint,planned\nx,A,many\n");

    assertThat(Files.readString(DevicesPage.draw(folder)))
        .contains(
            "Damaged file devices.csv: line 2, planned: must be a whole number, not &quot;many&quot;."
                + " So the page shows nothing device by device.",
            "devices.csv is damaged, so there is nothing to show device by device.",
            "devices.csv is damaged, so it is not known which devices were silent the longest.",
            "3 devices: 84.126 %")
        .doesNotContain("Longest silence: -");
  }

  @Test
  void aMessageCutInTheMiddleOfACharacterIsStored() throws IOException {
    String cut = "x".repeat(199) + "\ud83d\ude00";
    RunExamples.write(
        folder, RunExamples.fleet(1, 10), false, (d, e, k) -> Answer.ko(Outcome.OTHER, cut));

    assertThat(folder.errors().get(0).message()).isEqualTo("x".repeat(199) + "?");
  }
}
