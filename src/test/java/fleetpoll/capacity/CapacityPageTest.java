package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.report.Golden;
import fleetpoll.report.RunExamples;
import fleetpoll.run.Copies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityPageTest {

  @TempDir Path path;

  private CapacityFolder folder() {
    return new CapacityFolder(path);
  }

  private String page(Capacity capacity) throws IOException {
    folder().write(capacity);
    return Files.readString(CapacityFiles.draw(folder()));
  }

  @Test
  void thePageIsTheGoldenOne() throws IOException {
    Golden.assertSame(
        "capacity/golden-capacity.html",
        Golden.withoutAssets(page(CapacityExamples.threeServers()))
            .replaceAll("href=\"[^\"]*/(?=devicepoll)", "href=\"../"));
  }

  @Test
  void theTextForAPullRequestIsTheGoldenOne() throws IOException {
    page(CapacityExamples.threeServers());
    Golden.assertSame("capacity/golden-capacity.md", Files.readString(folder().text()));
  }

  @Test
  void theConsoleHasTheAnswerFirstAndTheFolderLast() {
    List<String> lines = CapacityText.lines(CapacityExamples.found(), folder());

    assertThat(lines)
        .startsWith(
            "At least 357 devices, fewer than 375, with success at least 99.9 % and service p99 of"
                + " A at most 50 ms.",
            "  At 375 devices 2 of 2 trials failed: in 2 the share of polls sent that succeeded was"
                + " at worst 97.3 %, and slo.success asks for 99.9 %; in 2 the p99 service time of"
                + " A was at worst 422 ms, and slo.a.p99 allows 50 ms.",
            "  At 357 devices 2 of 2 trials held.")
        .contains("Capacity: " + folder().page().toUri())
        .allMatch(line -> line.chars().allMatch(c -> c < 128));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Table:    " + folder().table().toUri());
  }

  @Test
  void severalServersAreOneTableOnTheConsole() {
    assertThat(CapacityText.lines(CapacityExamples.threeServers(), folder()))
        .contains(
            "falcon: more devices than channels (at least 3 times as many); no claim against"
                + " <b>|*1*</b>, as the bounds overlap.",
            "CAUTION: The search for the capacity of <b>|*1*</b> has not come to its end; it can go"
                + " on from its folder.")
        .anyMatch(line -> line.matches("falcon +>= 357 and < 375 +found +0.98 +365 .*"));
  }

  @Test
  void serversThatDidNotTakeTurnsAreCautioned() {
    List<CapacityTrial> trials = new ArrayList<>();
    for (String target : List.of("a", "b")) {
      CapacityExamples.Search search = new CapacityExamples.Search(target, 365);
      trials.add(search.trial(trials.size() + 1, 50));
      trials.add(search.trial(trials.size() + 1, 100));
    }
    List<TargetFinding> findings =
        List.of(
            CapacityExamples.finding("a", Reason.FOUND, 50, null),
            CapacityExamples.finding("b", Reason.FOUND, 50, null));

    assertThat(CapacityCautions.of(CapacityExamples.capacity(findings, trials)))
        .singleElement()
        .asString()
        .startsWith("The servers did not take turns");
    assertThat(CapacityCautions.of(CapacityExamples.threeServers())).hasSize(1);
    assertThat(CapacityCautions.of(CapacityExamples.found())).isEmpty();
  }

  private static CapacityTrial opening(CapacityTrial trial, Long connections) {
    return Copies.with(trial, "figures", Copies.with(trial.figures(), "opened", connections));
  }

  @Test
  void aCapacityWithConnectingIsCautioned() {
    List<CapacityTrial> trials = CapacityExamples.found().trials();
    List<CapacityTrial> atUpper =
        trials.stream().map(t -> t.devices() == 375 ? opening(t, 9_000L) : t).toList();
    List<CapacityTrial> few =
        trials.stream().map(t -> t.devices() == 357 ? opening(t, 3L) : t).toList();
    List<CapacityTrial> unknown = trials.stream().map(t -> opening(t, null)).toList();
    List<CapacityTrial> once = new ArrayList<>(few);
    once.set(7, opening(few.get(7), 1_234L));

    for (List<CapacityTrial> harmless : List.of(atUpper, few, unknown)) {
      assertThat(CapacityCautions.of(CapacityExamples.of(harmless))).isEmpty();
    }
    assertThat(CapacityCautions.of(CapacityExamples.of(once)))
        .singleElement()
        .asString()
        .startsWith(
            "The devices opened 1,234 connections in the measured time of a trial of falcon with 357"
                + " devices that held, so connecting is part of this capacity");
  }

  @Test
  void withoutTrialsThereIsAPage() throws IOException {
    assertThat(page(CapacityExamples.empty()))
        .contains("No number so far", "No trial has ended.")
        .doesNotContain("<h2 id=\"sizes\">");
  }

  @Test
  void figuresThatAreNotKnownAreDashes() throws IOException {
    Capacity found = CapacityExamples.found();
    CapacityTrial trial = found.trials().get(0);
    TrialFigures unknown =
        new TrialFigures(
            null, null, null, null, null, null, null, null, null, null, null, null, List.of());

    String page = page(CapacityExamples.of(List.of(Copies.with(trial, "figures", unknown))));

    assertThat(page).contains("<td>-</td><td>-</td><td>-</td><td>-</td><td>-</td>");
  }

  @Test
  void hostileTextIsTextOnly() throws IOException {
    CapacityTrial trial = new CapacityExamples.Search(RunExamples.HOSTILE, 100).trial(1, 50);
    Capacity hostile =
        CapacityExamples.capacity(
            List.of(
                new TargetFinding(
                    RunExamples.HOSTILE, Reason.UNFINISHED, 50, null, RunExamples.HOSTILE)),
            List.of(Copies.with(trial, "reason", RunExamples.HOSTILE)));

    assertThat(Golden.withoutAssets(page(hostile)))
        .doesNotContain("<img", "<b>", "<script>document", "<!--")
        .contains("&lt;img src=x");
    assertThat(Files.readAllLines(folder().text()))
        .allMatch(line -> line.replace("\\<", "").indexOf('<') < 0);
  }
}
