package fleetpoll.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/**
 * Parses a connection's answers, one at a time: by Netty's decoder, unless an answer's first bytes
 * are a known head, whose body only has to be counted.
 */
abstract class AnswerDecoder extends HttpResponseDecoder {

  private final KnownHeads heads;
  private AwaitedAnswer answer;
  private boolean isBegun;
  private long bodyLeftBytes;
  private boolean hasSurplus;

  AnswerDecoder(AnswerLimits limits, KnownHeads heads) {
    super(limits.decoding());
    this.heads = heads;
  }

  /** What comes is this one's. */
  final void await(AwaitedAnswer awaited) {
    answer = awaited;
    isBegun = false;
  }

  /** The one that is awaited; null if none is. */
  final AwaitedAnswer awaited() {
    return answer;
  }

  /** Whether more came than what was awaited. */
  final boolean hasSurplus() {
    return hasSurplus;
  }

  @Override
  protected final void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    if (answer == null || answer.isComplete()) {
      hasSurplus |= in.isReadable() && (answer == null || answer.fault() == null);
      in.skipBytes(in.readableBytes());
    } else if (bodyLeftBytes > 0) {
      countBody(in);
    } else if (isBegun || answer.isToHead()) {
      super.decode(ctx, in, out);
      drain(out);
    } else {
      isBegun = true;
      begin(ctx, in, out);
    }
  }

  private void begin(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    KnownHeads.Known known = heads.find(in);
    if (known != null) {
      in.skipBytes(known.length());
      bodyLeftBytes = known.bodyBytes();
      answer.begin(known.response());
      countBody(in);
      return;
    }
    int start = in.readerIndex();
    super.decode(ctx, in, out);
    if (isWholeHead(out)) {
      heads.learn(in.slice(start, in.readerIndex() - start), (HttpResponse) out.get(0));
    }
    drain(out);
  }

  /** Whether what was decoded is a head whose body is still to come. */
  private boolean isWholeHead(List<Object> out) {
    return out.size() == 1
        && out.get(0) instanceof HttpResponse head
        && head.decoderResult().isSuccess();
  }

  private void countBody(ByteBuf in) {
    int length = (int) Math.min(bodyLeftBytes, in.readableBytes());
    bodyLeftBytes -= length;
    answer.body(in.readSlice(length), bodyLeftBytes == 0);
  }

  @Override
  protected final void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
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
}
