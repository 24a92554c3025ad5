package fleetpoll.fleet;

import io.netty.channel.EventLoop;

/** The virtual user that plays a device; it does nothing else until the device has left. */
public interface VirtualUser {

  /** The device's index in the fleet; each index arrives once. */
  int device();

  /** The event loop of the virtual user; the device may be on another one. */
  EventLoop eventLoop();

  /** The log for the device's requests, if the device is on this event loop. */
  RequestLog log(EventLoop deviceLoop);

  /** Called once, on any event loop, when the device has left. */
  void goOn();
}
