package fleetpoll.server;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * One connection's view of the counters. It remembers where the last request was counted, since the
 * next one on a connection is most often of the same device and route. Not thread-safe.
 */
final class ConnectionCounters {

  private final Counters counters;
  private final Set<String> devices = new HashSet<>();
  private String device;
  private DeviceCounter deviceCounter;
  private String path;
  private LongAdder pathCounter;

  ConnectionCounters(Counters counters) {
    this.counters = counters;
  }

  /** Counts a request and says which of the device it is, from 0. */
  long request(String path, String device, boolean cookie) {
    if (!path.equals(this.path)) {
      this.path = path;
      pathCounter = counters.path(path);
    }
    if (!device.equals(this.device)) {
      this.device = device;
      deviceCounter = counters.device(device);
      if (devices.add(device)) {
        deviceCounter.connection();
      }
    }
    if (cookie) {
      counters.cookie();
    }
    pathCounter.increment();
    return deviceCounter.request();
  }

  /** Adds the delay drawn for the request that was counted last. */
  void delay(long nanos) {
    deviceCounter.delay(nanos);
  }

  void fault(String kind) {
    counters.fault(kind);
  }
}
