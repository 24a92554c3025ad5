package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.EndpointTimes.Cell;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTimesTest {

  @TempDir Path path;

  /** 10 devices with 20 ticks each: 200 polls of A, 20 of B, of which every second one fails. */
  @Test
  void eachMeasureCountsItsOwnPolls() {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"),
            RunExamples.fleet(10, 10),
            false,
            (d, e, k) ->
                e == 1 && d % 2 == 0
                    ? Answer.ko(fleetpoll.record.Outcome.REFUSED, "x")
                    : Answer.ok(4_000));

    assertThat(EndpointTimes.of(run.endpoints().get(0)))
        .extracting(EndpointTimes::measure, each -> hints(each))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("service", "||of 200 polls; a p99 takes 1,000|"),
            org.assertj.core.groups.Tuple.tuple("response", "||of 200 polls; a p99 takes 1,000|"),
            org.assertj.core.groups.Tuple.tuple("lateness", "||of 200 polls; a p99 takes 1,000|"));
    assertThat(EndpointTimes.of(run.endpoints().get(1)))
        .extracting(each -> each.cells().get(0).hint())
        .containsExactly("of 10 polls; a p50 takes 20", "", "");
  }

  /** No poll of A succeeds in the last 2 s of 10 s; all of them are answered up to then. */
  @Test
  void aResponseTimeThatMayBeLongerIsOneAtLeast() {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"),
            RunExamples.fleet(10, 10),
            false,
            (d, e, k) ->
                k >= 16 ? Answer.ko(fleetpoll.record.Outcome.REFUSED, "x") : Answer.ok(4_000));

    assertThat(EndpointTimes.of(run.endpoints().get(0)))
        .extracting(each -> each.cells().stream().filter(c -> c.text().startsWith("≥ ")).count())
        .containsExactly(0L, 3L, 0L);
    assertThat(SummaryText.lines(run, RunExamples.folder(path, "run"), false).get(2))
        .contains("  >= ");
    assertThat(Tiles.of(run))
        .filteredOn(tile -> tile.name().equals("p99 of A"))
        .allMatch(tile -> tile.note().startsWith("response ≥ "));
  }

  @Test
  void whatIsNotThereIsNotMarked() {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"), RunExamples.fleet(1, 10), false, (d, e, k) -> null);

    assertThat(EndpointTimes.of(run.endpoints().get(0)).get(0).cells())
        .containsOnly(new Cell("-", ""));
  }

  private static String hints(EndpointTimes times) {
    return String.join("|", times.cells().stream().map(Cell::hint).toList());
  }
}
