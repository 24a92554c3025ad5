package fleetpoll.live;

import fleetpoll.record.DeviceProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** Each device's counters as Prometheus reads them: thousands of series. */
final class DeviceMetrics {

  private final FleetRecorder recorder;
  private final List<String> endpoints;
  private final List<String> devices;

  DeviceMetrics(FleetSettings settings, FleetRecorder recorder) {
    this.recorder = recorder;
    this.endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    this.devices = settings.deviceIds();
  }

  List<CounterSnapshot> snapshots() {
    Counter polls =
        new Counter("fleetpoll_device_polls", "Polls of a device that have ended, ok or ko.");
    Counter missed =
        new Counter("fleetpoll_device_missed_polls", "Polls of a device that were not sent.");
    Counter service =
        new Counter(
            "fleetpoll_device_service_seconds",
            "Sum of the service times of a device's polls that succeeded.");
    for (int e = 0; e < endpoints.size(); e++) {
      for (int d = 0; d < devices.size(); d++) {
        DeviceProgress progress = recorder.device(d).progress(e);
        Labels device = Labels.of("endpoint", endpoints.get(e), "device", devices.get(d));
        polls.add(progress.ok(), device.add("outcome", "ok"));
        polls.add(progress.ko(), device.add("outcome", "ko"));
        missed.add(progress.missed(), device);
        service.add(ServiceBuckets.seconds(progress.serviceSumMicros()), device);
      }
    }
    return List.of(polls.snapshot(), missed.snapshot(), service.snapshot());
  }
}
