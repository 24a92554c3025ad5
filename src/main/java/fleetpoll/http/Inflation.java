package fleetpoll.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;

/** Undoes the Content-Encoding of one answer as it streams; an unknown one stays. */
final class Inflation {

  private static final int ANY_SIZE = 0;

  private final EmbeddedChannel decoder =
      new EmbeddedChannel(new HttpContentDecompressor(ANY_SIZE));
  private final Consumer<ByteBuf> body;

  /**
   * @param body takes the decoded bytes, which it must not keep
   */
  Inflation(HttpResponse head, Consumer<ByteBuf> body) {
    this.body = body;
    decoder.writeInbound(
        new DefaultHttpResponse(head.protocolVersion(), head.status(), head.headers().copy()));
    drain();
  }

  /** What is wrong with the encoding; null if nothing is. */
  String inflate(HttpContent content) {
    try {
      decoder.writeInbound(content.retain());
      drain();
      return null;
    } catch (RuntimeException e) {
      return "the answer's Content-Encoding cannot be undone: " + PollEnd.text(e);
    }
  }

  private void drain() {
    for (Object out = decoder.readInbound(); out != null; out = decoder.readInbound()) {
      if (out instanceof HttpContent content) {
        body.accept(content.content());
      }
      ReferenceCountUtil.release(out);
    }
  }

  void close() {
    decoder.finishAndReleaseAll();
  }
}
