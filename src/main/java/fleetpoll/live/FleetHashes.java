package fleetpoll.live;

import fleetpoll.record.DeviceProgress;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;

/** A fleet's counters as hashes in Redis. Not safe for concurrent use. */
final class FleetHashes {

  private static final String SEPARATOR = ":";

  private final FleetRecorder recorder;
  private final CounterHash[] ofFleet;
  private final CounterHash[][] ofDevices;

  FleetHashes(String run, FleetSettings settings, FleetRecorder recorder) {
    this.recorder = recorder;
    List<String> keys = new ArrayList<>();
    for (EndpointSettings endpoint : settings.endpoints()) {
      keys.add(String.join(SEPARATOR, "fleetpoll", run, endpoint.name()));
    }
    ofFleet = keys.stream().map(CounterHash::new).toArray(CounterHash[]::new);
    ofDevices =
        settings.identities().stream()
            .map(device -> hashes(keys, device))
            .toArray(CounterHash[][]::new);
  }

  private static CounterHash[] hashes(List<String> keys, Identity device) {
    return keys.stream()
        .map(key -> new CounterHash(String.join(SEPARATOR, key, device.id())))
        .toArray(CounterHash[]::new);
  }

  /** Forgets what was last written: Redis may hold anything. */
  void forget() {
    all().forEach(CounterHash::forget);
  }

  Stream<CounterHash> all() {
    return Stream.concat(Stream.of(ofFleet), Stream.of(ofDevices).flatMap(Stream::of));
  }

  /**
   * The commands that write what has changed since the last call. The fleet's counters are summed
   * over the devices, which is less work than reading the fleet's own progress.
   */
  List<CommandArguments> changes() {
    List<CommandArguments> changes = new ArrayList<>();
    long[] ok = new long[ofFleet.length];
    long[] ko = new long[ofFleet.length];
    long[] serviceSumMicros = new long[ofFleet.length];
    for (int d = 0; d < ofDevices.length; d++) {
      DeviceRecorder device = recorder.device(d);
      for (int e = 0; e < ofFleet.length; e++) {
        DeviceProgress progress = device.progress(e);
        ok[e] += progress.ok();
        ko[e] += progress.ko();
        serviceSumMicros[e] += progress.serviceSumMicros();
        ofDevices[d][e].addChange(
            progress.ok(), progress.ko(), progress.serviceSumMicros(), changes);
      }
    }
    for (int e = 0; e < ofFleet.length; e++) {
      ofFleet[e].addChange(ok[e], ko[e], serviceSumMicros[e], changes);
    }
    return changes;
  }
}
