package fleetpoll.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The server's reaction to one request.
 *
 * @param answer what is sent, if anything
 * @param delivery how it is sent
 * @param turn the instant before which it is not its turn; empty: it has none
 * @param delayNanos how long after its turn, the request's end and the connection's earlier replies
 * @param last whether nothing further is answered on the connection
 */
record Reply(Answer answer, Delivery delivery, OptionalLong turn, long delayNanos, boolean last) {

  /**
   * The reply to an HTTP request, after which the connection goes on or ends as the request asks.
   */
  static Reply to(HttpRequest request, Answer answer, Delivery delivery, long latencyNanos) {
    boolean last = !HttpUtil.isKeepAlive(request);
    Answer fitting = answer;
    if (last) {
      fitting = answer.with(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (!request.protocolVersion().isKeepAliveDefault()) {
      fitting = answer.with(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
    long delayNanos = answer.delayNanos() + latencyNanos;
    return new Reply(
        fitting, delivery, OptionalLong.empty(), delayNanos, last || delivery != Delivery.WHOLE);
  }

  /** The reply to something that is not an HTTP request. */
  static Reply refusal(Answer answer) {
    Answer fitting = answer.with(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return new Reply(fitting, Delivery.WHOLE, OptionalLong.empty(), 0, true);
  }

  /** The same reply, but not before {@code nanos}. */
  Reply notBefore(long nanos) {
    return new Reply(answer, delivery, OptionalLong.of(nanos), delayNanos, last);
  }

  /** How much later than now it is sent, if the connection's earlier replies have been sent. */
  long waitNanos(LongSupplier clock) {
    return turn.isEmpty()
        ? delayNanos
        : delayNanos + Math.max(0, turn.getAsLong() - clock.getAsLong());
  }
}
