package fleetpoll.http;

import fleetpoll.http.encoding.RequestBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A device's request to an endpoint, encoded once and sent many times; one sending must have ended
 * before the next begins. Belongs to the device's event loop.
 */
public final class Request {

  private final Origin origin;
  private final ByteBuf headBytes;
  private final RequestBody body;
  private final boolean isBodyConfined;
  private final boolean isHead;
  private final boolean acceptsEncoding;
  private final boolean closes;
  private final Supplier<RequestHead> head;

  /**
   * @param isBodyConfined whether the body must not reach another origin
   * @param head the same again, when it is needed: kept, it would cost more than its bytes
   */
  Request(
      RequestHead filled,
      ByteBuf headBytes,
      RequestBody body,
      boolean isBodyConfined,
      Supplier<RequestHead> head) {
    this.origin = filled.origin();
    this.headBytes = headBytes;
    this.body = body;
    this.isBodyConfined = isBodyConfined && body.length() > 0;
    this.isHead = filled.isHead();
    this.acceptsEncoding = filled.has("accept-encoding");
    this.closes = filled.value("connection").toLowerCase(Locale.ROOT).contains("close");
    this.head = head;
  }

  /** Where it goes. */
  public Origin origin() {
    return origin;
  }

  /** How many bytes it sends. */
  public int bytes() {
    return headBytes.writerIndex() + body.length();
  }

  /** The head's bytes from their beginning; the sending need not release them. */
  ByteBuf headBytes() {
    return headBytes.readerIndex(0);
  }

  /** The body's bytes from their beginning; the sending releases them. */
  ByteBuf body() {
    return body.bytes();
  }

  /** Whether it has a body that must not reach another origin. */
  boolean isBodyConfined() {
    return isBodyConfined;
  }

  boolean isHead() {
    return isHead;
  }

  boolean acceptsEncoding() {
    return acceptsEncoding;
  }

  /** Whether it asks the server to close the connection after the answer. */
  boolean closes() {
    return closes;
  }

  RequestHead head() {
    return head.get();
  }

  /** Another head with the same body. */
  Request as(RequestHead other) {
    return new Request(other, encoded(other), body, isBodyConfined, () -> other);
  }

  /** The same with a changed head, which is made again when it is needed. */
  Request with(UnaryOperator<RequestHead> change) {
    RequestHead changed = change.apply(head());
    return new Request(changed, encoded(changed), body, isBodyConfined, () -> change.apply(head()));
  }

  Request withoutBody(RequestHead other) {
    return new Request(other, encoded(other), RequestBody.NONE, false, () -> other);
  }

  /** A sending releases what it sends; these bytes are there for the next one, too. */
  static ByteBuf encoded(RequestHead head) {
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(head.encode()));
  }
}
