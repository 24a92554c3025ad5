package fleetpoll.server;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the requests of one connection. It remembers where it counted the last one, since the next
 * one on a connection mostly has the same device and route. Not thread-safe.
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

  /** Counts a request and returns its number among those of the device, from 0. */
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

  /** Adds the delay that was drawn for the last request counted. */
  void delay(long nanos) {
    deviceCounter.delay(nanos);
  }

  void fault(String kind) {
    counters.fault(kind);
  }
}
