package fleetpoll.gatling;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Remembers why a connection broke. Gatling's client can distinguish a reset from a plain close
 * only if the exception reaches its own handler, at the far end of the pipeline. Each connection
 * has one watch.
 */
final class ConnectionWatch extends ChannelInboundHandlerAdapter {

  private final Channel channel;
  private Throwable cause;

  private ConnectionWatch(Channel channel) {
    this.channel = channel;
  }

  /** The watch of a connection; sets one up if there is none yet. */
  static ConnectionWatch of(Channel channel) {
    ConnectionWatch watch = channel.pipeline().get(ConnectionWatch.class);
    if (watch == null) {
      watch = new ConnectionWatch(channel);
      channel.pipeline().addFirst(watch);
    }
    return watch;
  }

  void close() {
    channel.close();
  }

  /** Why the connection broke; {@code otherwise} if nothing is known. */
  Throwable causeOr(Throwable otherwise) {
    return cause == null ? otherwise : cause;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) throws Exception {
    cause = thrown;
    super.exceptionCaught(context, thrown);
  }
}
