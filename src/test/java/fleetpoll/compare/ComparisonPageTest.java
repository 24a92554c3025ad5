package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.compare.ComparedRuns.Outcome;
import fleetpoll.report.Golden;
import fleetpoll.run.Copies;
import fleetpoll.run.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {

  @TempDir Path path;

  private ComparisonFolder folder() {
    return new ComparisonFolder(path);
  }

  private String page(Comparison comparison) throws IOException {
    return Files.readString(ComparisonPage.draw(comparison, folder()));
  }

  @Test
  void thePageIsTheGoldenOne() throws IOException {
    Golden.assertSame(
        "compare/golden-compare.html",
        Golden.withoutAssets(page(ComparisonExamples.sixServers()))
            .replaceAll("href=\"[^\"]*/", "href=\"../"));
  }

  @Test
  void theTextForAPullRequestIsTheGoldenOne() throws IOException {
    Golden.assertSame(
        "compare/golden-compare.md",
        Files.readString(ComparisonMarkdown.write(ComparisonExamples.sixServers(), folder())));
  }

  @Test
  void whatDiffersStandsOnTopOfEverything() throws IOException {
    String difference = "The runs do not have the same parameters. interval: ";

    String page = page(ComparisonExamples.hostile());
    String text = String.join("\n", ComparisonMarkdown.lines(ComparisonExamples.hostile()));

    assertThat(page.indexOf(difference)).isPositive().isLessThan(page.indexOf("Compared with"));
    assertThat(text.lines().skip(4).findFirst().orElseThrow())
        .startsWith("> **Caution:** " + difference);
  }

  @Test
  void namesTheVersionsOfEachRoundOfAServerOfWhichTheyAreKnown() {
    List<ComparedRun> falcon =
        ComparedRuns.of("falcon", Outcome.of(3), Outcome.of(3), Outcome.of(3), Outcome.of(3));
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    List.of(
                        falcon.get(0),
                        of(falcon.get(1), null),
                        of(falcon.get(2), "falcon 3.1.1"),
                        falcon.get(3)),
                    List.of(of(ComparedRuns.of("url", Outcome.of(3)).get(0), null)))));

    assertThat(ComparisonView.servers(comparison))
        .containsExactly(
            new ComparisonView.Server("falcon", "falcon 4.4.0; in another round falcon 3.1.1"));
  }

  private static ComparedRun of(ComparedRun run, String version) {
    Versions versions =
        Copies.with(run.run().versions(), "server", version == null ? null : List.of(version));
    return new ComparedRun(
        run.target(), run.round(), run.folder(), Copies.with(run.run(), "versions", versions));
  }

  @Test
  void hostileTextIsTextOnly() throws IOException {
    assertThat(Golden.withoutAssets(page(ComparisonExamples.hostile())))
        .doesNotContain("<img", "<b>", "<script>document", "<!--")
        .contains("&lt;img src=x", "&lt;b&gt;|*1*&lt;/b&gt;");
    assertThat(ComparisonMarkdown.lines(ComparisonExamples.hostile()))
        .allMatch(line -> line.replace("\\<", "").indexOf('<') < 0)
        .contains(
            "| figure | \\<b\\>\\|\\*1\\*\\</b\\> | django | against \\<b\\>\\|\\*1\\*\\</b\\> |");
  }

  @Test
  void invalidRunsAreStruckOutAndHaveNoRatio() throws IOException {
    Comparison comparison =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(3)),
                    ComparedRuns.of("django", Outcome.of(77).invalid()))));

    assertThat(page(comparison))
        .contains("<s>77.0</s><br><span class=\"note\">INVALID</span></td>")
        .contains("INVALID, and so struck out, without rank and no reference: django, round 1.");
    assertThat(ComparisonMarkdown.lines(comparison))
        .contains(
            "| A service p99 \\[ms\\] | 3.00 | ~~77.0~~ INVALID | no claim: round 1 of django was INVALID |");
    assertThat(ComparisonText.lines(comparison, folder()))
        .anyMatch(
            line ->
                line.matches(
                    "A service p99 \\[ms\\] +3.00 +INVALID +no claim: round 1 of django was INVALID"));
  }

  @Test
  void aServerAloneIsComparedWithNothing() throws IOException {
    Comparison alone = Comparison.of(ComparedRuns.of("falcon", Outcome.of(3), Outcome.of(4)));

    assertThat(page(alone)).doesNotContain("reference</span>", "Compared with");
    assertThat(ComparisonMarkdown.lines(alone))
        .contains("| A service p99 \\[ms\\] | 3.00 to 4.00 |");
  }

  @Test
  void withoutAValidRunNothingIsCompared() throws IOException {
    Comparison none =
        Comparison.of(
            ComparedRuns.all(
                List.of(
                    ComparedRuns.of("falcon", Outcome.of(3).invalid()),
                    ComparedRuns.of("django", Outcome.of(4).invalid()))));

    assertThat(page(none)).contains("No run is valid, so nothing is compared.", "<s>3.00</s>");
    assertThat(ComparisonText.lines(none, folder()).get(0))
        .endsWith("No run is valid, so nothing is compared.");
  }
}
