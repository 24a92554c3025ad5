package fleetpoll.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/**
 * A resource's answer. It can be sent any number of times and from any event loop.
 *
 * @param body that needs no releasing
 * @param delayNanos how long to wait before it is sent
 */
record Answer(HttpResponseStatus status, HttpHeaders headers, ByteBuf body, long delayNanos) {

  /** An answer with a body of plain text. */
  static Answer plain(HttpResponseStatus status, ByteBuf body) {
    return of(status, "text/plain", body);
  }

  /** An answer with a sentence as body. */
  static Answer sentence(HttpResponseStatus status, String sentence) {
    return plain(status, Unpooled.wrappedBuffer((sentence).getBytes(StandardCharsets.UTF_8)));
  }

  static Answer json(HttpResponseStatus status, byte[] json) {
    return of(status, "application/json", Unpooled.wrappedBuffer(json));
  }

  /** An answer whose status allows no body. */
  static Answer empty(HttpResponseStatus status) {
    return new Answer(status, new DefaultHttpHeaders(), Unpooled.EMPTY_BUFFER, 0);
  }

  private static Answer of(HttpResponseStatus status, String type, ByteBuf body) {
    HttpHeaders headers =
        new DefaultHttpHeaders()
            .set(HttpHeaderNames.CONTENT_TYPE, type)
            .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()));
    return new Answer(status, headers, Unpooled.unreleasableBuffer(body), 0);
  }

  Answer with(CharSequence name, CharSequence value) {
    return new Answer(status, headers.copy().set(name, value), body, delayNanos);
  }

  Answer after(long nanos) {
    return new Answer(status, headers, body, nanos);
  }

  Answer halved() {
    if (!body.isReadable()) {
      return this;
    }
    ByteBuf half = firstHalf();
    String length = Integer.toString(half.readableBytes());
    HttpHeaders shorter = headers.copy().set(HttpHeaderNames.CONTENT_LENGTH, length);
    return new Answer(status, shorter, half, delayNanos);
  }

  ByteBuf firstHalf() {
    return body.slice(body.readerIndex(), body.readableBytes() / 2);
  }

  FullHttpResponse message() {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, status, body.duplicate(), headers.copy(), EmptyHttpHeaders.INSTANCE);
  }

  HttpResponse head() {
    return new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers.copy());
  }
}
