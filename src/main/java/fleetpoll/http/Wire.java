package fleetpoll.http;

import fleetpoll.http.tls.CertificateRefusal;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * One socket's end: sends a request, parses what comes, and tells its owner how it went. An answer
 * counts as answered only when the socket has been read empty, so that bytes after its end are
 * noticed before the next request is sent. Nothing is told after {@link #close}.
 */
final class Wire extends HttpResponseDecoder implements ChannelFutureListener {

  private final Owner owner;
  private final Origin origin;
  private ChannelHandlerContext context;
  private AwaitedAnswer answer;
  private ChannelFuture written;
  private boolean hasSurplus;
  private boolean isClosed;

  Wire(Origin origin, AnswerLimits limits, Owner owner) {
    super(limits.decoding());
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

  /** Its name in its pipeline. */
  String name() {
    return context.name();
  }

  /** Sends a request now; the answer takes what comes. */
  void send(ByteBuf head, ByteBuf body, AwaitedAnswer awaited) {
    answer = awaited;
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
    if (answer != null && message instanceof ByteBuf bytes) {
      answer.received(bytes.readableBytes());
    }
    super.channelRead(ctx, message);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (answer == null || answer.isComplete()) {
      hasSurplus |= in.isReadable() && (answer == null || answer.fault() == null);
      in.skipBytes(in.readableBytes());
      return;
    }
    super.decode(ctx, in, out);
    drain(out);
  }

  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    if (answer != null && !answer.isComplete()) {
      super.decodeLast(ctx, in, out);
      drain(out);
    }
  }

  private void drain(List<Object> out) {
    for (int i = 0; i < out.size(); i++) {
      if (answer != null && !answer.isComplete() && out.get(i) instanceof HttpObject part) {
        answer.accept(part);
      }
      ReferenceCountUtil.release(out.get(i));
    }
    out.clear();
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    return message instanceof HttpResponse response && answer.isBodiless(response.status())
        || super.isContentAlwaysEmpty(message);
  }

  /** Transfer-Encoding wins, and the connection ends with this answer: RFC 9112, 6.3. */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    clearContentLength();
    message.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
    HttpUtil.setKeepAlive(message, false);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    super.channelReadComplete(ctx);
    settle(ctx.channel().isActive());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    settle(false);
    broke(null);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    broke(failure);
  }

  private void settle(boolean isActive) {
    if (isClosed) {
      return;
    }
    if (hasSurplus) {
      owner.surplus(this);
    }
    if (answer != null && answer.isComplete()) {
      AwaitedAnswer complete = answer;
      answer = null;
      if (complete.mayRefuseCertificate() && complete.fault() == null) {
        CertificateRefusal.ofAnswer(
                new String(complete.body(), complete.charset()),
                context.pipeline().get(SslHandler.class).engine().getSession())
            .ifPresent(complete::refusesCertificate);
      }
      owner.answered(
          this, complete, isActive && !hasSurplus && written.isDone() && complete.keepsAlive());
    } else if (hasSurplus) {
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
    if (answer != null) {
      answer.close();
    }
    SslHandler tls = context.pipeline().get(SslHandler.class);
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
