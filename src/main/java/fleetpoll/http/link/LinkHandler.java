package fleetpoll.http.link;

import fleetpoll.settings.behavior.LinkSettings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;

/**
 * A connection's link, next to its socket. It alone decides when the socket is read: again when
 * what was read has passed. To connect takes a round trip, as does a refusal. What a server resets,
 * and what the device closes, takes effect at once.
 */
final class LinkHandler extends ChannelDuplexHandler {

  private static final Runnable NOTHING = () -> {};

  /** Bytes that have waited come this soon after the socket is read: in a busy loop's next turn. */
  private static final long TURN_NANOS = 10_000_000;

  private final LinkSettings settings;
  private final int downPartBytes;
  private final int upPartBytes;
  private final long latencyNanos;
  private final boolean delaysWrites;
  private Agenda agenda;
  private Lane down;
  private Lane up;
  private int underway;
  private boolean hasMore;
  private long readNanos;
  private boolean isShut;

  LinkHandler(LinkSettings settings, int downPartBytes, int upPartBytes) {
    this.settings = settings;
    this.downPartBytes = downPartBytes;
    this.upPartBytes = upPartBytes;
    this.latencyNanos = settings.latency().toNanos();
    this.delaysWrites = latencyNanos > 0 || settings.upBits().isPresent();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    agenda = new Agenda(ctx.executor());
    down = new Lane(settings.downBits(), agenda.nowNanos());
    up = new Lane(settings.upBits(), agenda.nowNanos());
  }

  /** The socket is closed. */
  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    agenda.drop();
  }

  @Override
  public void connect(
      ChannelHandlerContext ctx,
      SocketAddress remote,
      SocketAddress local,
      ChannelPromise promise) {
    ChannelPromise ofSocket = ctx.newPromise();
    ofSocket.addListener(
        connect ->
            afterRoundTrip(
                () -> {
                  if (connect.isSuccess()) {
                    promise.trySuccess();
                  } else {
                    promise.tryFailure(connect.cause());
                  }
                }));
    ctx.connect(remote, local, ofSocket);
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    afterRoundTrip(
        () -> {
          ctx.fireChannelActive();
          ctx.read();
        });
  }

  private void afterRoundTrip(Runnable effect) {
    agenda.add(agenda.nowNanos() + 2 * latencyNanos, effect, NOTHING);
  }

  /** Nobody else decides when the socket is read. */
  @Override
  public void read(ChannelHandlerContext ctx) {}

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf part = (ByteBuf) message;
    int bytes = part.readableBytes();
    long nowNanos = agenda.nowNanos();
    boolean haveWaited = hasMore && nowNanos - readNanos <= TURN_NANOS;
    long passedNanos = down.pass(bytes, nowNanos, haveWaited);
    hasMore = bytes == downPartBytes;
    underway++;
    agenda.add(
        Math.max(nowNanos, passedNanos) + latencyNanos, () -> arrive(ctx, part), part::release);
  }

  private void arrive(ChannelHandlerContext ctx, ByteBuf part) {
    underway--;
    ctx.fireChannelRead(part);
    if (isShut && underway == 0) {
      ctx.close();
    } else {
      ctx.fireChannelReadComplete();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    agenda.add(down.freeNanos(), () -> readOn(ctx), NOTHING);
  }

  /** A socket that has nothing more to read must not be asked. */
  private void readOn(ChannelHandlerContext ctx) {
    if (!isShut) {
      readNanos = agenda.nowNanos();
      ctx.read();
    }
  }

  /** The server has sent its last byte; the last one to arrive closes the connection. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      isShut = true;
      if (underway == 0) {
        agenda.add(agenda.nowNanos() + latencyNanos, ctx::close, NOTHING);
      }
    } else if (!(event instanceof ChannelInputShutdownReadComplete)) {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    agenda.hurry();
    ctx.fireExceptionCaught(failure);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (!delaysWrites || !(message instanceof ByteBuf bytes)) {
      ctx.write(message, promise);
      return;
    }
    while (bytes.readableBytes() > upPartBytes) {
      ByteBuf part = bytes.readRetainedSlice(upPartBytes);
      agenda.add(departureNanos(part), () -> ctx.writeAndFlush(part), part::release);
    }
    agenda.add(
        departureNanos(bytes),
        () -> ctx.writeAndFlush(bytes, promise),
        () -> {
          bytes.release();
          if (!promise.isVoid()) {
            promise.tryFailure(new ClosedChannelException());
          }
        });
  }

  /** The server has them when the last of them has passed. */
  private long departureNanos(ByteBuf bytes) {
    long nowNanos = agenda.nowNanos();
    return Math.max(nowNanos, up.pass(bytes.readableBytes(), nowNanos, false)) + latencyNanos;
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (!delaysWrites) {
      ctx.flush();
    }
  }
}
