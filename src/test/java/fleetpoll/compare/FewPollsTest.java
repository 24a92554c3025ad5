package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 50 devices with 20 ticks each: 1,000 polls of A, 100 of B. */
class FewPollsTest {

  @TempDir Path path;

  @Test
  void aPercentileOfTooFewPollsIsMarkedAndExplained() {
    Comparison comparison = comparison(50);

    assertThat(marked(comparison, "A", Figure.SERVICE_P99)).isEqualTo("4.00");
    assertThat(marked(comparison, "B", Figure.SERVICE_P50)).isEqualTo("4.00");
    assertThat(marked(comparison, "B", Figure.SERVICE_P99)).isEqualTo("~4.00");
    assertThat(ComparisonCautions.caveats(comparison))
        .anyMatch(caveat -> caveat.startsWith("~ marks a percentile p of fewer than 10/(1 - p)"));
  }

  @Test
  void whereThereIsNoneNothingIsExplained() {
    assertThat(ComparisonCautions.caveats(comparison(500)))
        .noneMatch(caveat -> caveat.startsWith("~"));
  }

  private Comparison comparison(int devices) {
    RunFolder folder = RunExamples.folder(path, "run-" + devices);
    return Comparison.of(
        List.of(
            new ComparedRun(
                "falcon",
                1,
                folder,
                RunExamples.write(
                    folder,
                    RunExamples.fleet(devices, 10),
                    false,
                    (d, e, k) -> Answer.ok(4_000)))));
  }

  private static String marked(Comparison comparison, String endpoint, Figure figure) {
    FigureComparison found =
        comparison.figures().stream()
            .filter(each -> endpoint.equals(each.endpoint()) && each.figure() == figure)
            .findFirst()
            .orElseThrow();
    return FigureText.marked(comparison, found, found.targets().get(0));
  }
}
