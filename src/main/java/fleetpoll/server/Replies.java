package fleetpoll.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sends the replies of one connection one after another: a delayed one delays those that follow, so
 * that pipelined requests are answered in their order. Belongs to the connection's event loop.
 */
final class Replies {

  /**
   * With this many waiting replies the connection stops reading, so that no client can fill the
   * memory.
   */
  private static final int MOST_WAITING = 1_000;

  private static final ByteBuf GARBAGE =
      Unpooled.unreleasableBuffer(
          Unpooled.wrappedBuffer(
              "%$#! these bytes are no HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

  private final ChannelHandlerContext context;
  private final LongSupplier clock;
  private final Queue<Reply> waiting = new ArrayDeque<>();
  private Future<?> timer;
  private boolean ended;

  /**
   * @param clock on which replies have their turns, in nanoseconds
   */
  Replies(ChannelHandlerContext context, LongSupplier clock) {
    this.context = context;
    this.clock = clock;
  }

  /** Whether nothing will be answered any more. */
  boolean ended() {
    return ended;
  }

  /** Sends a reply in its turn; it is flushed only if a timer sends it. */
  void send(Reply reply) {
    waiting.add(reply);
    sendWaiting();
    if (waiting.size() > MOST_WAITING) {
      context.channel().config().setAutoRead(false);
    }
  }

  /** Drops the replies that have not been sent. */
  void end() {
    ended = true;
    waiting.clear();
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void sendWaiting() {
    while (timer == null && !waiting.isEmpty()) {
      Reply reply = waiting.remove();
      long waitNanos = reply.waitNanos(clock);
      if (waitNanos == 0) {
        write(reply);
      } else {
        timer = context.executor().schedule(() -> sendLate(reply), waitNanos, TimeUnit.NANOSECONDS);
      }
    }
  }

  private void sendLate(Reply reply) {
    timer = null;
    write(reply);
    sendWaiting();
    context.flush();
    if (!context.channel().config().isAutoRead() && waiting.size() <= MOST_WAITING) {
      context.channel().config().setAutoRead(true);
    }
  }

  private void write(Reply reply) {
    if (reply.last()) {
      end();
    }
    switch (reply.delivery()) {
      case WHOLE -> writeWhole(reply);
      case RESET -> reset();
      case CLOSE -> closeAfter(Unpooled.EMPTY_BUFFER);
      case CUT -> writeHalf(reply.answer());
      // The codec would refuse bytes that are not HTTP, so they are written after it in the
      // pipeline.
      case GARBAGE -> codec().write(GARBAGE.duplicate()).addListener(ChannelFutureListener.CLOSE);
      case STALL -> {}
    }
  }

  private void writeWhole(Reply reply) {
    if (reply.last()) {
      closeAfter(reply.answer().message());
    } else {
      context.write(reply.answer().message(), context.voidPromise());
    }
  }

  private void writeHalf(Answer answer) {
    context.write(answer.head(), context.voidPromise());
    closeAfter(new DefaultHttpContent(answer.firstHalf()));
  }

  private void closeAfter(Object message) {
    context.write(message).addListener(ChannelFutureListener.CLOSE);
  }

  private void reset() {
    context.flush();
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    context.close();
  }

  private ChannelHandlerContext codec() {
    return context.pipeline().context(HttpServerCodec.class);
  }
}
