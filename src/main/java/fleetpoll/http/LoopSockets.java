package fleetpoll.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * The TCP sockets of an event loop: epoll's on an epoll loop, the JDK's on any other. They read
 * into one buffer that they share, which lives as long as the loop.
 */
public final class LoopSockets implements Loop.Sockets {

  private final EventLoop loop;
  private final boolean isEpoll;
  private final SharedReceiveBuffer buffer;
  private final PortRange portRange = PortRange.ofThisMachine();

  /**
   * @param receiveBufferBytes how much is read at a time
   */
  public LoopSockets(EventLoop loop, int receiveBufferBytes) {
    this.loop = loop;
    this.isEpoll = loop instanceof IoEventLoop io && io.isIoType(EpollIoHandler.class);
    this.buffer = new SharedReceiveBuffer(receiveBufferBytes);
    loop.terminationFuture().addListener(ended -> buffer.release());
  }

  @Override
  public Channel open(boolean toLocalAddress) {
    Channel channel = isEpoll ? new EpollSocketChannel() : new NioSocketChannel();
    // The poll's own time-out ends a connect; Netty's would cost a timer each.
    channel.config().setConnectTimeoutMillis(0);
    channel.config().setRecvByteBufAllocator(buffer);
    if (isEpoll) {
      portRange.apply(channel);
    } else {
      channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    }
    if (isEpoll && toLocalAddress) {
      channel.config().setOption(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
    }
    loop.register(channel);
    return channel;
  }
}
