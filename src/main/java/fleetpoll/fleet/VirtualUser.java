package fleetpoll.fleet;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Map;

/** The virtual user that plays a device; it does nothing else until the device has left. */
public interface VirtualUser {

  /** The device's place among those that run here, from 0; each place arrives once. */
  int device();

  /**
   * What it has saved before, as text.
   *
   * @param names of what is asked for
   * @return the values of those names that it has
   */
  default Map<String, String> saved(List<String> names) {
    return Map.of();
  }

  /** The event loop of the virtual user; the device may be on another one. */
  EventLoop eventLoop();

  /** The log for the device's requests, if the device is on this event loop. */
  RequestLog log(EventLoop deviceLoop);

  /** Called once, on any event loop, when the device has left. */
  void goOn();
}
