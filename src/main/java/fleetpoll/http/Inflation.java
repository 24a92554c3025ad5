package fleetpoll.http;

import fleetpoll.http.encoding.Decompressor;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;

/**
 * Undoes the Content-Encoding of one answer as it streams; one whose end it would not know stays.
 */
final class Inflation {

  private final Decompressor decompressor = new Decompressor();
  private final EmbeddedChannel decoder = new EmbeddedChannel(decompressor);
  private final Consumer<ByteBuf> body;
  private boolean hasBytes;

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
    String failed = "the answer's Content-Encoding cannot be undone: ";
    try {
      hasBytes |= content.content().isReadable();
      decoder.writeInbound(content.retain());
      drain();
    } catch (RuntimeException e) {
      return failed + PollEnd.text(e);
    }
    // A body without a byte has no encoding to undo.
    return content instanceof LastHttpContent && hasBytes && decompressor.isCut()
        ? failed + "the compressed body ends before its end"
        : null;
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
    try {
      decoder.finishAndReleaseAll();
    } catch (RuntimeException e) {
      // It decodes what it still has, and so fails again where it has failed before.
      return;
    }
  }
}
