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
   * @param lower the bound so far
   * @param upper the bound so far
   * @param devices of the trial under way; empty if it is another target's
   * @param trials that have ended, by outcome
   */
  public record Target(
      String name,
      OptionalInt lower,
      OptionalInt upper,
      OptionalInt devices,
      Map<String, Long> trials) {}

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
            gauge("lower", "The lower bound of the capacity so far.", now, Target::lower))
        .metricSnapshot(
            gauge("upper", "The upper bound of the capacity so far.", now, Target::upper))
        .metricSnapshot(gauge("trial", "Devices of the trial under way.", now, Target::devices))
        .metricSnapshot(trials.snapshot())
        .build();
  }

  /** A bound that is not known has no series. */
  private static GaugeSnapshot gauge(
      String what, String help, List<Target> targets, Function<Target, OptionalInt> value) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder().name("fleetpoll_capacity_" + what + "_devices").help(help);
    for (Target target : targets) {
      value
          .apply(target)
          .ifPresent(
              devices ->
                  gauge.dataPoint(
                      GaugeSnapshot.GaugeDataPointSnapshot.builder()
                          .value(devices)
                          .labels(Labels.of("target", target.name()))
                          .build()));
    }
    return gauge.build();
  }
}
