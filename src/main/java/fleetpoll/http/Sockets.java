package fleetpoll.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;

/** Makes sockets on an event loop. */
public interface Sockets {

  /**
   * A socket that is registered with the event loop, has no handlers and is not connected.
   *
   * @param toLocalAddress whether it is going to be bound to a local address
   * @throws ChannelException if the system gives none
   */
  Channel open(boolean toLocalAddress);
}
