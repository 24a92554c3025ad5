package fleetpoll.http;

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
  private final ByteBuf body;
  private final boolean isHead;
  private final boolean acceptsEncoding;
  private final boolean closes;
  private final Supplier<RequestHead> head;

  /**
   * @param head the same again, when it is needed: kept, it would cost more than its bytes
   */
  Request(RequestHead filled, ByteBuf headBytes, ByteBuf body, Supplier<RequestHead> head) {
    this.origin = filled.origin();
    this.headBytes = headBytes;
    this.body = body;
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
    return headBytes.writerIndex() + body.writerIndex();
  }

  /** The head's bytes from their beginning; the sending need not release them. */
  ByteBuf headBytes() {
    return headBytes.readerIndex(0);
  }

  /** The body's bytes from their beginning; the sending need not release them. */
  ByteBuf body() {
    return body.readerIndex(0);
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
    return new Request(other, Unpooled.wrappedBuffer(other.encode()), body, () -> other);
  }

  /** The same with a changed head, which is made again when it is needed. */
  Request with(UnaryOperator<RequestHead> change) {
    RequestHead changed = change.apply(head());
    // A socket releases what it has sent, and this is sent again.
    ByteBuf kept = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(changed.encode()));
    return new Request(changed, kept, body, () -> change.apply(head()));
  }

  Request withoutBody(RequestHead other) {
    return new Request(
        other, Unpooled.wrappedBuffer(other.encode()), Unpooled.EMPTY_BUFFER, () -> other);
  }
}
