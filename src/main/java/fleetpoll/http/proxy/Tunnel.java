package fleetpoll.http.proxy;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/**
 * Asks a proxy for a way to a host by CONNECT, on a connection on which nothing was sent yet. Then
 * the connection is as if it led to that host.
 */
public final class Tunnel extends SimpleChannelInboundHandler<HttpObject> {

  private final Promise<Void> opening;
  private boolean isGranted;

  private Tunnel(Promise<Void> opening) {
    this.opening = opening;
  }

  /** The proxy answered something else than success. */
  public static final class Refused extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    private Refused(HttpResponseStatus answer) {
      super("it answered " + answer);
      this.status = answer.code();
    }

    /** The status of its answer. */
    public int status() {
      return status;
    }
  }

  /**
   * Asks now.
   *
   * @param pipeline of an open connection to the proxy
   * @param before name of the handler that is to use the tunnel
   * @param authority host and port
   * @return done when the way is open; fails as {@link Refused}, or by what broke the connection
   */
  public static Future<Void> dig(
      ChannelPipeline pipeline, String before, Proxy proxy, String authority) {
    FullHttpRequest connect =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.CONNECT, authority);
    connect.headers().set(HttpHeaderNames.HOST, authority);
    proxy
        .authorization()
        .ifPresent(value -> connect.headers().set(HttpHeaderNames.PROXY_AUTHORIZATION, value));
    Tunnel tunnel = new Tunnel(pipeline.channel().eventLoop().newPromise());
    pipeline.addBefore(before, null, new HttpClientCodec());
    pipeline.addBefore(before, null, tunnel);
    pipeline.context(tunnel).writeAndFlush(connect);
    return tunnel.opening;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      opening.tryFailure(part.decoderResult().cause());
    } else if (part instanceof HttpResponse response && !isInterim(response.status())) {
      answered(response.status());
    } else if (part instanceof LastHttpContent && isGranted && !opening.isDone()) {
      ctx.pipeline().remove(HttpClientCodec.class);
      ctx.pipeline().remove(this);
      opening.setSuccess(null);
    }
  }

  private void answered(HttpResponseStatus status) {
    if (status.codeClass() == HttpStatusClass.SUCCESS) {
      isGranted = true;
    } else {
      opening.tryFailure(new Refused(status));
    }
  }

  /** Whether another answer follows; nobody asked to switch protocols. */
  private static boolean isInterim(HttpResponseStatus status) {
    return status.codeClass() == HttpStatusClass.INFORMATIONAL
        && !status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    opening.tryFailure(new ClosedChannelException());
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
    opening.tryFailure(failure);
  }
}
