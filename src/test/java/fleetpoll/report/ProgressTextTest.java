package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.EndpointProgress;
import fleetpoll.record.MissedSummary;
import fleetpoll.run.Usage;
import fleetpoll.schedule.MissedCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  private final Map<String, EndpointProgress> endpoints = new LinkedHashMap<>();
  private final List<EndpointProgress> total = new ArrayList<>();

  private static EndpointProgress progress(
      long ok, long busy, Map<String, Long> koBy, OptionalLong serviceP99Micros) {
    MissedSummary missed = new MissedSummary(Map.of(MissedCause.BUSY, busy));
    return new EndpointProgress(ok, ok, missed, koBy, serviceP99Micros, 0, List.of());
  }

  private static Usage usage(Double cores, Long rssBytes) {
    return new Usage(cores, null, rssBytes, null, null, null, null, null, null, null, null);
  }

  private String line(long elapsedSeconds, Usage server) {
    return ProgressText.line(
        Duration.ofSeconds(elapsedSeconds),
        Duration.ofMinutes(10),
        new ProgressText.Polls(Duration.ofMillis(5_000), endpoints),
        total,
        server,
        usage(0.351, 240_000_000L));
  }

  @Test
  void theLastSecondsAndTheTotalInOneLine() {
    endpoints.put("A", progress(5_000, 0, Map.of(), OptionalLong.of(1_880)));
    endpoints.put("B", progress(500, 0, Map.of(), OptionalLong.of(1_930)));
    total.add(progress(35_000, 0, Map.of(), OptionalLong.of(500_000)));
    total.add(progress(3_500, 0, Map.of(), OptionalLong.of(500_000)));

    assertThat(line(35, usage(0.1349, 92_960_000L)))
        .isEqualTo(
            "[0:35, 9:25 left] 1,100/s, ok 100 %, missed 0, p99 A 1.88, B 1.93 ms | total 38,500"
                + " | server 0.13 cores 93 MB, generator 0.35")
        .hasSizeLessThan(130);
  }

  @Test
  void whatFailsNowIsNamedAndWhatFailedIsInTheTotal() {
    endpoints.put(
        "A", progress(3_990, 3, Map.of("timeout", 2L, "reset", 6L), OptionalLong.of(412)));
    endpoints.put(
        "B", progress(0, 1, Map.of("timeout", 1L, "status 503", 1L), OptionalLong.empty()));
    total.add(progress(34_988, 3, Map.of("timeout", 12L, "refused", 1L), OptionalLong.of(412)));
    total.add(progress(0, 1, Map.of("timeout", 8L), OptionalLong.empty()));

    assertThat(line(35, usage(0.3149, 92_400_000L)))
        .isEqualTo(
            "[0:35, 9:25 left] 800/s, ok 99.75 % (reset, timeout, ...), missed 4, p99 A 0.41 ms"
                + " | total 35,009, ko 21, missed 4 | server 0.31 cores 92.4 MB, generator 0.35");
  }

  @Test
  void whatThereIsNotIsNotShown() {
    assertThat(line(5, Usage.UNKNOWN))
        .isEqualTo(
            "[0:05, 9:55 left] 0/s, ok -, missed 0 | total 0"
                + " | server not measured, generator 0.35");
    assertThat(line(5, usage(null, 92_000_000L))).contains("| server not measured 92 MB, ");
  }

  @Test
  void theWarmUpCountsNothing() {
    assertThat(line(-65, usage(0.2, null)))
        .isEqualTo("[warm-up, 1:05 left] server 0.20 cores, generator 0.35");
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00, 10:00", "599, 9:59, 0:01", "605, 10:05, 0:00", "3723, 1:02:03, 0:00"})
  void timeNeverRunsBelowNothing(long seconds, String elapsed, String left) {
    assertThat(line(seconds, Usage.UNKNOWN)).startsWith("[" + elapsed + ", " + left + " left] ");
  }
}
