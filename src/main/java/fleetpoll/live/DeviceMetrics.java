package fleetpoll.live;

import fleetpoll.record.DeviceProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** Each device's counters as Prometheus reads them: series by the thousand. */
final class DeviceMetrics {

  private static final double MICROS_PER_SECOND = 1e6;

  private final FleetRecorder recorder;
  private final List<String> endpoints;
  private final List<String> devices;

  DeviceMetrics(FleetSettings settings, FleetRecorder recorder) {
    this.recorder = recorder;
    this.endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    this.devices = settings.identities().stream().map(Identity::id).toList();
  }

  List<CounterSnapshot> snapshots() {
    CounterSnapshot.Builder polls =
        counter("fleetpoll_device_polls", "Polls of a device that have ended, ok or ko.");
    CounterSnapshot.Builder missed =
        counter("fleetpoll_device_missed_polls", "Polls of a device that were not sent.");
    CounterSnapshot.Builder service =
        counter(
            "fleetpoll_device_service_seconds",
            "Sum of the service times of a device's polls that succeeded.");
    for (int e = 0; e < endpoints.size(); e++) {
      for (int d = 0; d < devices.size(); d++) {
        DeviceProgress progress = recorder.device(d).progress(e);
        Labels device = Labels.of("endpoint", endpoints.get(e), "device", devices.get(d));
        polls.dataPoint(point(progress.ok(), device.add("outcome", "ok")));
        polls.dataPoint(point(progress.ko(), device.add("outcome", "ko")));
        missed.dataPoint(point(progress.missed(), device));
        service.dataPoint(point(progress.serviceSumMicros() / MICROS_PER_SECOND, device));
      }
    }
    return List.of(polls.build(), missed.build(), service.build());
  }

  private static CounterSnapshot.Builder counter(String name, String help) {
    return CounterSnapshot.builder().name(name).help(help);
  }

  private static CounterDataPointSnapshot point(double value, Labels labels) {
    return CounterDataPointSnapshot.builder().value(value).labels(labels).build();
  }
}
