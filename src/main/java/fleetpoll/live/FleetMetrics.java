package fleetpoll.live;

import fleetpoll.record.EndpointProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Outcome;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The whole fleet's counters as Prometheus reads them; each scrape reads the record anew. */
public final class FleetMetrics implements MultiCollector {

  private final FleetRecorder recorder;
  private final Plan plan;
  private final String version;
  private final Supplier<Optional<String>> run;
  private final Optional<DeviceMetrics> devices;

  /**
   * @param version Fleetpoll's version
   * @param run supplies the run's name, empty as long as it has none
   */
  public FleetMetrics(
      FleetSettings settings,
      FleetRecorder recorder,
      String version,
      Supplier<Optional<String>> run) {
    this.recorder = recorder;
    this.plan = Plan.of(settings);
    this.version = version;
    this.run = run;
    this.devices =
        settings.live().devices()
            ? Optional.of(new DeviceMetrics(settings, recorder))
            : Optional.empty();
  }

  @Override
  public MetricSnapshots collect() {
    List<EndpointProgress> progress = recorder.progress(ServiceBuckets.boundsMicros());
    MetricSnapshots.Builder snapshots =
        MetricSnapshots.builder()
            .metricSnapshot(polls(progress))
            .metricSnapshot(failures(progress))
            .metricSnapshot(missed(progress))
            .metricSnapshot(ServiceBuckets.snapshot(plan.endpoints(), progress))
            .metricSnapshot(waiting(progress))
            .metricSnapshot(planned())
            .metricSnapshot(fleet());
    run.get().ifPresent(name -> snapshots.metricSnapshot(info(name)));
    devices.ifPresent(each -> each.snapshots().forEach(snapshots::metricSnapshot));
    return snapshots.build();
  }

  private CounterSnapshot polls(List<EndpointProgress> progress) {
    Counter polls =
        new Counter(
            "fleetpoll_polls",
            "Polls that have ended, with the expected answer (ok) or without (ko).");
    for (int e = 0; e < progress.size(); e++) {
      polls.add(progress.get(e).ok(), "endpoint", name(e), "outcome", "ok");
      polls.add(progress.get(e).ko(), "endpoint", name(e), "outcome", "ko");
    }
    return polls.snapshot();
  }

  private CounterSnapshot failures(List<EndpointProgress> progress) {
    Counter failures =
        new Counter(
            "fleetpoll_poll_failures",
            "Polls that failed, by reason; a status has no series until it occurs.");
    for (int e = 0; e < progress.size(); e++) {
      // Series begin at 0: a rate does not see the first failures of a series that begins with
      // them.
      Map<String, Long> byReason = new TreeMap<>();
      Outcome.FAILURES.forEach(failure -> byReason.put(failure.text(), 0L));
      byReason.putAll(progress.get(e).koBy());
      for (Map.Entry<String, Long> ko : byReason.entrySet()) {
        failures.add(ko.getValue(), "endpoint", name(e), "reason", ko.getKey());
      }
    }
    return failures.snapshot();
  }

  private CounterSnapshot missed(List<EndpointProgress> progress) {
    Counter missed =
        new Counter("fleetpoll_missed_polls", "Polls that came due and were not sent, by cause.");
    for (int e = 0; e < progress.size(); e++) {
      Map<MissedCause, Long> byCause = progress.get(e).missedBy().byCause();
      for (Map.Entry<MissedCause, Long> by : byCause.entrySet()) {
        missed.add(by.getValue(), "endpoint", name(e), "cause", by.getKey().toString());
      }
    }
    return missed.snapshot();
  }

  private GaugeSnapshot waiting(List<EndpointProgress> progress) {
    GaugeSnapshot.Builder waiting =
        GaugeSnapshot.builder()
            .name("fleetpoll_waiting_polls")
            .help("Polls that failed or were missed, and that no success has answered since.");
    for (int e = 0; e < progress.size(); e++) {
      waiting.dataPoint(gauge(progress.get(e).waiting(), Labels.of("endpoint", name(e))));
    }
    return waiting.build();
  }

  private GaugeSnapshot planned() {
    GaugeSnapshot.Builder planned =
        GaugeSnapshot.builder()
            .name("fleetpoll_planned_polls")
            .help("Polls that the whole run's schedule holds.");
    for (Plan.Endpoint endpoint : plan.endpoints()) {
      planned.dataPoint(gauge(endpoint.polls(), Labels.of("endpoint", endpoint.name())));
    }
    return planned.build();
  }

  private GaugeSnapshot fleet() {
    return GaugeSnapshot.builder()
        .name("fleetpoll_devices")
        .help("Devices of the fleet.")
        .dataPoint(gauge(plan.devices(), Labels.EMPTY))
        .build();
  }

  private InfoSnapshot info(String name) {
    return InfoSnapshot.builder()
        .name("fleetpoll_run")
        .help("The run, as its folder is named, and Fleetpoll's version.")
        .dataPoint(
            InfoSnapshot.InfoDataPointSnapshot.builder()
                .labels(Labels.of("run", name, "version", version))
                .build())
        .build();
  }

  private String name(int endpoint) {
    return plan.endpoints().get(endpoint).name();
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot gauge(long value, Labels labels) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
  }
}
