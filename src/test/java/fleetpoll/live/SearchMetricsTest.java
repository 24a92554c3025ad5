package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.live.SearchMetrics.Range;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SearchMetricsTest {

  private static final OptionalInt NONE = OptionalInt.empty();
  private static final Range UNKNOWN = new Range(NONE, NONE);

  private static List<String> samples(SearchMetrics.Target... targets) throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(text, new SearchMetrics(() -> List.of(targets)).collect());
    return text.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void boundsAreGauges() throws Exception {
    assertThat(
            samples(
                new SearchMetrics.Target(
                    "a",
                    new Range(OptionalInt.of(100), NONE),
                    new Range(OptionalInt.of(200), OptionalInt.of(400)),
                    OptionalInt.of(282),
                    Map.of("holds", 3L))))
        .containsExactly(
            "fleetpoll_capacity_lower_devices{state=\"decided\",target=\"a\"} 100.0",
            "fleetpoll_capacity_lower_devices{state=\"likely\",target=\"a\"} 200.0",
            "fleetpoll_capacity_trial_devices{target=\"a\"} 282.0",
            "fleetpoll_capacity_trials_total{outcome=\"holds\",target=\"a\"} 3.0",
            "fleetpoll_capacity_upper_devices{state=\"likely\",target=\"a\"} 400.0");
  }

  @Test
  void whatIsNotKnownHasNoSeries() throws Exception {
    assertThat(samples(new SearchMetrics.Target("a", UNKNOWN, UNKNOWN, NONE, Map.of()))).isEmpty();
  }
}
