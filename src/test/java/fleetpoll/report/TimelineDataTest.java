package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.TimelineData.Lines;
import fleetpoll.run.RunFolder;
import fleetpoll.run.TimelineRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineDataTest {

  @Test
  void aSecondThatNothingWasDueInHasNoTimesAndNoPolls() throws IOException {
    TimelineData data =
        TimelineData.of(
            List.of("A", "B"),
            List.of(row(0, "A", 10, 4.0), row(2, "A", 8, 6.0))::forEach,
            seconds(3));

    Lines a = data.endpoints().get(0);
    assertThat(data.stepS()).isEqualTo(1);
    assertThat(a.ok()).containsExactly(10, 0, 8);
    assertThat(a.ko()).containsExactly(1, 0, 1);
    assertThat(a.missed()).containsExactly(2, 0, 2);
    assertThat(a.service())
        .containsExactly(p(4.0, null, 6.0), p(5.0, null, 7.0), p(6.0, null, 8.0));
    assertThat(a.response().get(2)).containsExactly(9.0, null, 11.0);
    assertThat(data.endpoints().get(1).ok()).containsExactly(0, 0, 0);
  }

  @Test
  void aLongRunShowsRatesAsMeansAndPercentilesOfTheWorstSecond() throws IOException {
    List<TimelineRow> rows =
        LongStream.range(0, 7_201).mapToObj(t -> row(t, "A", t % 3, t == 4 ? 90.0 : 4.0)).toList();

    TimelineData data = TimelineData.of(List.of("A"), rows::forEach, seconds(7_201));

    Lines a = data.endpoints().get(0);
    assertThat(data.stepS()).isEqualTo(3);
    assertThat(a.ok()).hasSize(2_401).startsWith(1, 1);
    assertThat(a.ok()[2_400]).as("the last stretch is one second long").isEqualTo(0);
    assertThat(a.service().get(0)).startsWith(4.0, 90.0, 4.0);
  }

  @Test
  void secondsAfterTheWindowOfARunThatWasCutShortAreWhole() throws IOException {
    List<TimelineRow> rows =
        List.of(row(0, "A", 10, 4.0), row(1, "A", 8, 4.0), row(2, "A", 6, 4.0));

    TimelineData data = TimelineData.of(List.of("A"), rows::forEach, seconds(1));

    assertThat(data.endpoints().get(0).ok()).containsExactly(10, 8, 6);
  }

  @Test
  void aLastPartOfASecondCountsAsLongAsItIs() throws IOException {
    List<TimelineRow> rows = List.of(row(0, "A", 10, 4.0), row(1, "A", 6, 4.0));

    assertThat(rates(rows, 1.75)).containsExactly(10, 8);
    assertThat(rates(rows, 2)).containsExactly(10, 6);
    assertThat(rates(rows, 1.01)).as("at least half a second").containsExactly(10, 12);
    assertThat(rates(rows, 2.4)).as("nothing was due later").containsExactly(10, 6);
  }

  @Test
  void aSecondThatIsAppendedWhileTheRowsAreReadIsLeftOut() throws IOException {
    List<TimelineRow> known = List.of(row(0, "A", 10, 4.0), row(1, "A", 8, 4.0));
    List<TimelineRow> grown = new ArrayList<>(known);
    RunFolder.Rows<TimelineRow> growing =
        each -> {
          List.copyOf(grown).forEach(each);
          grown.add(row(grown.size(), "A", 6, 4.0));
        };

    TimelineData data = TimelineData.of(List.of("A"), growing, seconds(2));

    assertThat(data.endpoints().get(0).ok()).containsExactly(10, 8);
  }

  @Test
  void rowsOfTheSameSecondAddUp() throws IOException {
    List<TimelineRow> rows = List.of(row(0, "A", 10, 4.0), row(0, "A", 1, 2.0));

    assertThat(rates(rows, 1)).containsExactly(11);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1e3));
  }

  private static double[] rates(List<TimelineRow> rows, double windowS) throws IOException {
    return TimelineData.of(List.of("A"), rows::forEach, seconds(windowS)).endpoints().get(0).ok();
  }

  @Test
  void aRunWithoutPollsHasNoPoints() throws IOException {
    assertThat(TimelineData.of(List.of("A"), each -> {}, seconds(0)).endpoints().get(0).ok())
        .isEmpty();
  }

  private static Double[] p(Double... values) {
    return values;
  }

  private static TimelineRow row(long t, String endpoint, long ok, Double p50) {
    return new TimelineRow(
        t, endpoint, ok + 3, ok + 1, 2, ok, 1, p50, p50 + 1, p50 + 2, p50 + 9, p50 + 3, p50 + 4,
        p50 + 5, 0L);
  }
}
