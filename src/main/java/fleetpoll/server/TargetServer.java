package fleetpoll.server;

import fleetpoll.text.Reason;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The embedded target's HTTP/1.1 server. */
public final class TargetServer implements AutoCloseable {

  private static final int BACKLOG = 8_192;

  /**
   * Connections accepted in one round of an event loop. With Netty's default of 1, new clients wait
   * for as many rounds as there are new clients, and each round takes as long as the requests of
   * all others. Clients that give up during this wait and connect anew would never be served.
   */
  private static final int ACCEPTED_AT_ONCE = 256;

  private final EventLoopGroup loops;
  private final Channel listener;
  private final URI uri;

  private TargetServer(EventLoopGroup loops, Channel listener) {
    this.loops = loops;
    this.listener = listener;
    InetSocketAddress address = (InetSocketAddress) listener.localAddress();
    uri = URI.create("http://" + host(address.getAddress()) + ":" + address.getPort());
  }

  /** From here a server on all addresses is reached by the loopback one. */
  private static String host(InetAddress address) {
    InetAddress known = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    return NetUtil.toSocketAddressString(new InetSocketAddress(known, 0)).replaceFirst(":0$", "");
  }

  /** Starts a server that only this machine can reach, likewise. */
  public static TargetServer start(int port, int threads, Behavior behavior) throws IOException {
    return start(InetAddress.getLoopbackAddress(), port, threads, behavior);
  }

  /**
   * Starts a server; on return it accepts connections.
   *
   * @param host the address of this machine to listen on
   * @param port of it, 0 … 65,535; 0: any that is free
   * @param threads event loops, at least 1
   * @throws IOException if the port cannot be listened on
   */
  public static TargetServer start(InetAddress host, int port, int threads, Behavior behavior)
      throws IOException {
    Transport transport = Transport.fastest();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(threads, transport.handler());
    Site site = new Site(behavior, Instant.now(), System::nanoTime);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.RECVBUF_ALLOCATOR, accepting())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(connections(site))
            .bind(host, port)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loops);
      throw new IOException(Reason.of(bound.cause()), bound.cause());
    }
    return new TargetServer(loops, bound.channel());
  }

  /**
   * Lets a listener accept many connections in one round; by default, the epoll transport assumes
   * that only one waits.
   */
  private static RecvByteBufAllocator accepting() {
    return new ServerChannelRecvByteBufAllocator()
        .respectMaybeMoreData(false)
        .maxMessagesPerRead(ACCEPTED_AT_ONCE);
  }

  private static ChannelInitializer<Channel> connections(Site site) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new HttpServerCodec(), new ServedConnection(site));
      }
    };
  }

  private static void stop(EventLoopGroup loops) {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** The server's root, without a path. */
  public URI uri() {
    return uri;
  }

  /** Closes all connections and ends the event loops. */
  @Override
  public void close() {
    // First, so that no connection is accepted that no event loop will take.
    listener.close().awaitUninterruptibly();
    stop(loops);
  }
}
