package fleetpoll.live;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** Collects the series of one Prometheus counter. */
final class Counter {

  private final CounterSnapshot.Builder builder;

  /**
   * @param name without the {@code _total} that the library adds
   */
  Counter(String name, String help) {
    builder = CounterSnapshot.builder().name(name).help(help);
  }

  void add(double value, Labels labels) {
    builder.dataPoint(CounterDataPointSnapshot.builder().value(value).labels(labels).build());
  }

  void add(long value, String... labels) {
    add(value, Labels.of(labels));
  }

  CounterSnapshot snapshot() {
    return builder.build();
  }
}
