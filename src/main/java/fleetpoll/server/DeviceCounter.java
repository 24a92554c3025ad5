package fleetpoll.server;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests of one device; safe to use from all event loops. */
final class DeviceCounter {

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong delayNanos = new AtomicLong();

  /** Counts a request and returns its number among those of the device, from 0. */
  long request() {
    return requests.getAndIncrement();
  }

  void connection() {
    connections.incrementAndGet();
  }

  /** Adds the delay that was drawn for one request. */
  void delay(long nanos) {
    delayNanos.addAndGet(nanos);
  }

  long requests() {
    return requests.get();
  }

  long connections() {
    return connections.get();
  }

  long delayNanos() {
    return delayNanos.get();
  }
}
