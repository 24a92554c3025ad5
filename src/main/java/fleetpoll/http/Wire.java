package fleetpoll.http;

import fleetpoll.http.tls.CertificateRefusal;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;

/**
 * One socket's end: sends a request, parses what comes, and tells its owner how it went. An answer
 * counts as answered only when the socket has been read empty, so that bytes after its end are
 * noticed before the next request is sent. Nothing is told after {@link #close}.
 */
final class Wire extends AnswerDecoder implements ChannelFutureListener {

  private static final String TORN = "the server closed without TLS's close_notify";

  private final Owner owner;
  private final Origin origin;
  private ChannelHandlerContext context;
  private ChannelFuture written;
  private boolean isEnded;
  private boolean isClosed;

  Wire(Origin origin, Loop loop, Owner owner) {
    super(loop.limits(), loop.heads());
    this.origin = origin;
    this.owner = owner;
  }

  Origin origin() {
    return origin;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  /** Whether a request can be sent: a socket is closed before its pipeline hears of that. */
  boolean isUsable() {
    return context.channel().isActive();
  }

  /** Its name in its pipeline. */
  String name() {
    return context.name();
  }

  /** Sends a request now; the answer takes what comes. */
  void send(ByteBuf head, ByteBuf body, AwaitedAnswer awaited) {
    await(awaited);
    if (body.isReadable()) {
      context.write(head, context.voidPromise());
      written = context.writeAndFlush(body);
    } else {
      written = context.writeAndFlush(head);
    }
    if (!written.isSuccess()) {
      written.addListener(this);
    }
  }

  /** The request could not be sent, or only later. */
  @Override
  public void operationComplete(ChannelFuture sent) {
    if (!sent.isSuccess()) {
      broke(sent.cause());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (isClosed) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (awaited() != null && message instanceof ByteBuf bytes) {
      awaited().received(bytes.readableBytes());
    }
    super.channelRead(ctx, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    super.channelReadComplete(ctx);
    settle(ctx.channel().isActive());
  }

  /** TLS says that nothing comes any more: RFC 8446, 6.1. The socket may stay open for long. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == SslCloseCompletionEvent.SUCCESS) {
      isEnded = true;
      closeSocket();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    if (isTorn()) {
      broke(new EOFException(TORN));
      return;
    }
    super.channelInactive(ctx);
    settle(false);
    broke(null);
  }

  /** Whether TCP alone says that an answer is at its end, which anyone may: RFC 9112, 9.8. */
  private boolean isTorn() {
    return tls() != null
        && !isEnded
        && awaited() != null
        && awaited().status() != 0
        && !awaited().isComplete();
  }

  private SslHandler tls() {
    return context.pipeline().get(SslHandler.class);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    broke(failure);
  }

  private void settle(boolean isActive) {
    if (isClosed) {
      return;
    }
    if (hasSurplus()) {
      owner.surplus(this);
    }
    AwaitedAnswer complete = awaited();
    if (complete != null && complete.isComplete()) {
      await(null);
      if (complete.mayRefuseCertificate() && complete.fault() == null) {
        CertificateRefusal.ofAnswer(
                new String(complete.body(), complete.charset()), tls().engine().getSession())
            .ifPresent(complete::refusesCertificate);
      }
      owner.answered(
          this, complete, isActive && !hasSurplus() && written.isDone() && complete.keepsAlive());
    } else if (hasSurplus()) {
      broke(null);
    }
  }

  private void broke(Throwable failure) {
    if (!isClosed) {
      owner.broke(this, failure);
    }
  }

  /** Closes the socket at once; a TLS connection says goodbye if it can. */
  void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    if (awaited() != null) {
      awaited().close();
    }
    closeSocket();
  }

  private void closeSocket() {
    SslHandler tls = tls();
    if (tls != null && tls.handshakeFuture().isSuccess()) {
      tls.closeOutbound();
    }
    context.channel().unsafe().close(context.voidPromise());
  }

  /** Hears of a {@link Wire}. */
  interface Owner {

    /** The answer is complete. */
    void answered(Wire wire, AwaitedAnswer answer, boolean isReusable);

    /** Bytes came after the end of an answer, or when none was awaited; once. */
    void surplus(Wire wire);

    /**
     * The connection is gone, or useless.
     *
     * @param failure null if the server closed it
     */
    void broke(Wire wire, Throwable failure);
  }
}
