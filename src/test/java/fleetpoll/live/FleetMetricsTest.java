package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Outcome;
import fleetpoll.settings.FleetSettings;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetMetricsTest {

  private static List<String> samples(FleetMetrics metrics) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, metrics.collect());
    return text.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void everyCounterOfTheFleet() throws Exception {
    assertThat(samples(PolledRun.metrics(false)))
        .contains(
            "fleetpoll_devices 2.0",
            "fleetpoll_missed_polls_total{cause=\"busy\",endpoint=\"A\"} 1.0",
            "fleetpoll_missed_polls_total{cause=\"generator\",endpoint=\"A\"} 1.0",
            "fleetpoll_missed_polls_total{cause=\"busy\",endpoint=\"B\"} 0.0",
            "fleetpoll_planned_polls{endpoint=\"A\"} 20.0",
            "fleetpoll_planned_polls{endpoint=\"B\"} 2.0",
            "fleetpoll_poll_failures_total{endpoint=\"A\",reason=\"status 503\"} 1.0",
            "fleetpoll_polls_total{endpoint=\"A\",outcome=\"ok\"} 3.0",
            "fleetpoll_polls_total{endpoint=\"A\",outcome=\"ko\"} 1.0",
            "fleetpoll_polls_total{endpoint=\"B\",outcome=\"ko\"} 0.0",
            "fleetpoll_waiting_polls{endpoint=\"A\"} 5.0",
            "fleetpoll_waiting_polls{endpoint=\"B\"} 0.0",
            "fleetpoll_run_info{run=\"" + PolledRun.NAME + "\",version=\"1.2.3\"} 1")
        .noneMatch(line -> line.contains("device="));
  }

  @Test
  void theHistogramIsCumulativeInSeconds() throws Exception {
    assertThat(samples(PolledRun.metrics(false)))
        .contains(
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"1.0E-4\"} 0",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"2.5E-4\"} 1",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"0.001\"} 1",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"0.0025\"} 2",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"30.0\"} 2",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"+Inf\"} 3",
            "fleetpoll_service_seconds_count{endpoint=\"A\"} 3",
            "fleetpoll_service_seconds_sum{endpoint=\"A\"} 40.00175",
            "fleetpoll_service_seconds_count{endpoint=\"B\"} 0");
  }

  @Test
  void everyCounterOfEachDevice() throws Exception {
    assertThat(samples(PolledRun.metrics(true)))
        .contains(
            "fleetpoll_device_polls_total{device=\"device-0001\",endpoint=\"A\",outcome=\"ok\"} 3.0",
            "fleetpoll_device_polls_total{device=\"device-0002\",endpoint=\"A\",outcome=\"ko\"} 1.0",
            "fleetpoll_device_polls_total{device=\"device-0002\",endpoint=\"B\",outcome=\"ok\"} 0.0",
            "fleetpoll_device_service_seconds_total{device=\"device-0001\",endpoint=\"A\"}"
                + " 40.00175")
        .anyMatch(
            line ->
                line.matches(
                    "fleetpoll_device_missed_polls_total.device=\"device-0002\",endpoint=\"A\".*"
                        + " [2-9]\\.0"));
  }

  @Test
  void aScrapeIsAsTheRecordIsThen() throws Exception {
    FleetSettings settings = PolledRun.settings(false);
    FleetRecorder recorder = PolledRun.recorder(settings);
    FleetMetrics metrics = new FleetMetrics(settings, recorder, "1.2.3", Optional::empty);
    assertThat(samples(metrics)).noneMatch(line -> line.startsWith("fleetpoll_run_info"));

    PolledRun.record(recorder.device(1), 100, Outcome.OK);

    assertThat(samples(metrics))
        .contains(
            "fleetpoll_polls_total{endpoint=\"A\",outcome=\"ok\"} 4.0",
            "fleetpoll_waiting_polls{endpoint=\"A\"} 4.0",
            "fleetpoll_service_seconds_bucket{endpoint=\"A\",le=\"1.0E-4\"} 1",
            "fleetpoll_service_seconds_count{endpoint=\"A\"} 4");
  }
}
