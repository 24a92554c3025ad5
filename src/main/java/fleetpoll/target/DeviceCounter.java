package fleetpoll.target;

import java.util.concurrent.atomic.AtomicLong;

/** Counts one device; safe to use from all event loops. */
final class DeviceCounter {

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();

  /** Counts a request and says which of the device it is, from 0. */
  long request() {
    return requests.getAndIncrement();
  }

  void connection() {
    connections.incrementAndGet();
  }

  long requests() {
    return requests.get();
  }

  long connections() {
    return connections.get();
  }
}
