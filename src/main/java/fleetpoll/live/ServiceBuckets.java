package fleetpoll.live;

import fleetpoll.record.EndpointProgress;
import fleetpoll.schedule.Plan;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** Service times as a classic histogram: from 0.1 ms, as on loopback, to a long time-out. */
final class ServiceBuckets {

  private static final long[] BOUNDS_MICROS = {
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000,
    30_000_000
  };

  private static final double MICROS_PER_SECOND = 1e6;

  private ServiceBuckets() {}

  /** The upper bounds of all buckets but the last, which has none. */
  static long[] boundsMicros() {
    return BOUNDS_MICROS.clone();
  }

  /** Seconds, the unit of all times in Prometheus. */
  static double seconds(long micros) {
    return micros / MICROS_PER_SECOND;
  }

  /** The histogram of every endpoint; each progress must have been read with these bounds. */
  static HistogramSnapshot snapshot(
      List<Plan.Endpoint> endpoints, List<EndpointProgress> progress) {
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder()
            .name("fleetpoll_service_seconds")
            .help(
                "Service time of polls that succeeded, from sent to the last byte of the body;"
                    + " the bounds of the buckets are exact to 1 %.");
    for (int e = 0; e < endpoints.size(); e++) {
      histogram.dataPoint(
          HistogramSnapshot.HistogramDataPointSnapshot.builder()
              .classicHistogramBuckets(buckets(progress.get(e)))
              .sum(seconds(progress.get(e).serviceSumMicros()))
              .labels(Labels.of("endpoint", endpoints.get(e).name()))
              .build());
    }
    return histogram.build();
  }

  private static ClassicHistogramBuckets buckets(EndpointProgress progress) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    long below = 0;
    for (int b = 0; b < BOUNDS_MICROS.length; b++) {
      long within = progress.okWithin().get(b);
      buckets.bucket(seconds(BOUNDS_MICROS[b]), within - below);
      below = within;
    }
    return buckets.bucket(Double.POSITIVE_INFINITY, progress.ok() - below).build();
  }
}
