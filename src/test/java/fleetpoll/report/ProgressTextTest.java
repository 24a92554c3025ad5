package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.EndpointProgress;
import fleetpoll.record.MissedSummary;
import fleetpoll.run.Usage;
import fleetpoll.schedule.MissedCause;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  private final Map<String, EndpointProgress> endpoints = new LinkedHashMap<>();

  private static EndpointProgress progress(
      long ok, long busy, Map<String, Long> koBy, OptionalLong serviceP99Micros) {
    MissedSummary missed = new MissedSummary(Map.of(MissedCause.BUSY, busy));
    return new EndpointProgress(ok, ok, missed, koBy, serviceP99Micros, 0, List.of());
  }

  private static Usage usage(Double cores, Long rssBytes) {
    return new Usage(cores, null, rssBytes, null, null, null, null, null, null);
  }

  private String line(long elapsedSeconds, Usage server) {
    return ProgressText.line(
        Duration.ofSeconds(elapsedSeconds),
        Duration.ofMinutes(10),
        endpoints,
        server,
        usage(0.351, 240_000_000L));
  }

  @Test
  void everythingInOneLine() {
    endpoints.put(
        "A",
        progress(
            34_988, 3, Map.of("timeout", 2L, "reset", 2L, "status 503", 1L), OptionalLong.of(412)));
    endpoints.put("B", progress(3_499, 0, Map.of("timeout", 8L), OptionalLong.of(903)));

    assertThat(line(35, usage(0.3149, 92_400_000L)))
        .isEqualTo(
            "[0:35, 9:25 left] sent 38,500, missed 3, ko 13 (timeout 10, reset 2, status 503 1),"
                + " p99 A 0.41 ms, B 0.9 ms | server 0.31 cores, 92.4 MB | generator 0.35 cores");
  }

  @Test
  void whatThereIsNotIsNotShown() {
    endpoints.put("A", progress(10, 0, Map.of(), OptionalLong.of(4_000)));
    endpoints.put("B", progress(0, 0, Map.of(), OptionalLong.empty()));

    assertThat(line(5, Usage.UNKNOWN))
        .isEqualTo(
            "[0:05, 9:55 left] sent 10, missed 0, ko 0, p99 A 4 ms"
                + " | server not measured | generator 0.35 cores");
    endpoints.clear();
    assertThat(line(5, usage(null, 92_000_000L)))
        .contains("sent 0, missed 0, ko 0 | server not measured, 92 MB | ");
  }

  @Test
  void theWarmUpCountsNothing() {
    assertThat(line(-65, usage(0.2, null)))
        .isEqualTo("[warm-up, 1:05 left] server 0.20 cores | generator 0.35 cores");
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00, 10:00", "599, 9:59, 0:01", "605, 10:05, 0:00", "3723, 1:02:03, 0:00"})
  void timeNeverRunsBelowNothing(long seconds, String elapsed, String left) {
    assertThat(line(seconds, Usage.UNKNOWN)).startsWith("[" + elapsed + ", " + left + " left] ");
  }
}
