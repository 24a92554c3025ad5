package fleetpoll.live;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** A search for a capacity as Prometheus reads it; each scrape asks anew. */
public final class SearchMetrics implements MultiCollector {

  private final Supplier<List<Target>> targets;

  /**
   * The search of one target.
   *
   * @param decided the bounds that the search would claim if it ended now
   * @param likely the bounds between which it goes on; one trial is enough for them
   * @param devices of the trial under way; empty if it is another target's
   * @param trials that have ended, by outcome
   */
  public record Target(
      String name, Range decided, Range likely, OptionalInt devices, Map<String, Long> trials) {}

  /** Bounds, as far as they are known. */
  public record Range(OptionalInt lower, OptionalInt upper) {}

  /**
   * @param targets supplies what is known now
   */
  public SearchMetrics(Supplier<List<Target>> targets) {
    this.targets = targets;
  }

  @Override
  public MetricSnapshots collect() {
    List<Target> now = targets.get();
    Counter trials =
        new Counter("fleetpoll_capacity_trials", "Trials of a search that have ended, by outcome.");
    for (Target target : now) {
      target
          .trials()
          .forEach(
              (outcome, count) -> trials.add(count, "target", target.name(), "outcome", outcome));
    }
    return MetricSnapshots.builder()
        .metricSnapshot(
            bounds("lower", "The lower bound of the capacity so far.", now, Range::lower))
        .metricSnapshot(
            bounds("upper", "The upper bound of the capacity so far.", now, Range::upper))
        .metricSnapshot(trial(now))
        .metricSnapshot(trials.snapshot())
        .build();
  }

  /** A bound that is not known has no series. */
  private static GaugeSnapshot bounds(
      String what, String help, List<Target> targets, Function<Range, OptionalInt> bound) {
    GaugeSnapshot.Builder gauge = gauge(what, help);
    for (Target target : targets) {
      add(gauge, bound.apply(target.decided()), "target", target.name(), "state", "decided");
      add(gauge, bound.apply(target.likely()), "target", target.name(), "state", "likely");
    }
    return gauge.build();
  }

  private static GaugeSnapshot trial(List<Target> targets) {
    GaugeSnapshot.Builder gauge = gauge("trial", "Devices of the trial under way.");
    targets.forEach(target -> add(gauge, target.devices(), "target", target.name()));
    return gauge.build();
  }

  private static GaugeSnapshot.Builder gauge(String what, String help) {
    return GaugeSnapshot.builder().name("fleetpoll_capacity_" + what + "_devices").help(help);
  }

  private static void add(GaugeSnapshot.Builder gauge, OptionalInt devices, String... labels) {
    devices.ifPresent(
        value ->
            gauge.dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .value(value)
                    .labels(Labels.of(labels))
                    .build()));
  }
}
