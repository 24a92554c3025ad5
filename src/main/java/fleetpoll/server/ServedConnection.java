package fleetpoll.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** One client's connection: replies to each request after it has read the body and dropped it. */
final class ServedConnection extends ChannelInboundHandlerAdapter {

  private final Site site;
  private final Reception reception;
  private Replies replies;
  private Reply next;

  ServedConnection(Site site) {
    this.site = site;
    reception = new Reception(site);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    replies = new Replies(context, site::nowNanos);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (!replies.ended()) {
        read(context, message);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      next = reception.reply(request);
      if (HttpUtil.is100ContinueExpected(request)) {
        context.writeAndFlush(
            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
    }
    if (message instanceof LastHttpContent end) {
      replies.send(end.decoderResult().isFailure() ? reception.refusal() : next);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    replies.end();
  }

  /** A client may break off as it likes; the connection is then useless and is closed. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
