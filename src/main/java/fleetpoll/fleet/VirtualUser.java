package fleetpoll.fleet;

import io.netty.channel.EventLoop;

/** Who a device is played by; it does nothing else until the device has left. */
public interface VirtualUser {

  /** The device's index in the fleet; each index arrives once. */
  int device();

  /** Where the virtual user lives; the device may live on another event loop. */
  EventLoop eventLoop();

  /** Where the device's requests are reported, when it lives on this event loop. */
  RequestLog log(EventLoop deviceLoop);

  /** The device has left; called once, on any event loop. */
  void goOn();
}
