package fleetpoll.live;

import fleetpoll.record.DeviceProgress;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.EndpointProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import java.util.ArrayList;
import java.util.List;

/** A fleet's counters as hashes in Redis. Not safe for concurrent use. */
final class FleetHashes {

  private static final String PREFIX = "fleetpoll:";

  private final FleetRecorder recorder;
  private final List<OfEndpoint> endpoints;

  private record OfEndpoint(CounterHash fleet, List<CounterHash> devices) {}

  FleetHashes(String run, FleetSettings settings, FleetRecorder recorder) {
    this.recorder = recorder;
    this.endpoints =
        settings.endpoints().stream()
            .map(endpoint -> ofEndpoint(PREFIX + run + ":", endpoint, settings.identities()))
            .toList();
  }

  private static OfEndpoint ofEndpoint(
      String prefix, EndpointSettings endpoint, List<Identity> identities) {
    String key = prefix + endpoint.name();
    return new OfEndpoint(
        new CounterHash(key),
        identities.stream().map(device -> new CounterHash(key + ":" + device.id())).toList());
  }

  /** Nothing is known of what Redis holds. */
  void forget() {
    all().forEach(CounterHash::forget);
  }

  List<CounterHash> all() {
    List<CounterHash> all = new ArrayList<>();
    for (OfEndpoint endpoint : endpoints) {
      all.add(endpoint.fleet);
      all.addAll(endpoint.devices);
    }
    return all;
  }

  /** What has changed since it was last asked for: of each hash its key and fields. */
  List<List<byte[]>> changes() {
    List<List<byte[]>> changes = new ArrayList<>();
    List<EndpointProgress> fleet = recorder.progress();
    for (int e = 0; e < endpoints.size(); e++) {
      EndpointProgress all = fleet.get(e);
      changes.add(endpoints.get(e).fleet.changes(all.ok(), all.ko(), all.serviceSumMicros()));
      List<CounterHash> devices = endpoints.get(e).devices;
      for (int d = 0; d < devices.size(); d++) {
        changes.add(changes(devices.get(d), recorder.device(d), e));
      }
    }
    changes.removeIf(List::isEmpty);
    return changes;
  }

  private static List<byte[]> changes(CounterHash hash, DeviceRecorder device, int endpoint) {
    DeviceProgress progress = device.progress(endpoint);
    return hash.changes(progress.ok(), progress.ko(), progress.serviceSumMicros());
  }
}
