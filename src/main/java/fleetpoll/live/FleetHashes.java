package fleetpoll.live;

import fleetpoll.record.DeviceProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandArguments;

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

  /** The commands that write what has changed since they were last asked for. */
  List<CommandArguments> changes() {
    List<CommandArguments> changes = new ArrayList<>();
    for (int e = 0; e < endpoints.size(); e++) {
      add(changes, endpoints.get(e), e);
    }
    return changes;
  }

  /** The fleet's are the sum of the devices', which is less work than the fleet's own progress. */
  private void add(List<CommandArguments> changes, OfEndpoint hashes, int endpoint) {
    long ok = 0;
    long ko = 0;
    long serviceSumMicros = 0;
    for (int d = 0; d < hashes.devices.size(); d++) {
      DeviceProgress device = recorder.device(d).progress(endpoint);
      ok += device.ok();
      ko += device.ko();
      serviceSumMicros += device.serviceSumMicros();
      hashes
          .devices
          .get(d)
          .change(device.ok(), device.ko(), device.serviceSumMicros())
          .ifPresent(changes::add);
    }
    hashes.fleet.change(ok, ko, serviceSumMicros).ifPresent(changes::add);
  }
}
