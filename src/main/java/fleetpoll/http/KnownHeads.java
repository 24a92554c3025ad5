package fleetpoll.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.ByteBuffer;

/**
 * The newest heads of answers, status line to empty line, that an event loop has decoded. A server
 * says the same to all its devices, and its Date changes once a second. So most heads are known
 * byte for byte, and what Netty's decoder made of these bytes is true again. Only a head that a
 * body of known length and without Content-Encoding follows is kept. If heads never repeat, to look
 * for one and to keep it costs an answer about a microsecond. Belongs to one event loop.
 */
public final class KnownHeads {

  /** Those of some endpoints, in this second and in the one before. */
  private static final int MOST = 8;

  private static final long NO_LENGTH = -1;

  private final Known[] ring = new Known[MOST];
  private int newest;

  /**
   * A head that came before.
   *
   * @param bytes as they came
   * @param response what they mean; nobody changes it
   * @param bodyBytes the length of the body that follows
   */
  record Known(ByteBuffer bytes, HttpResponse response, long bodyBytes) {

    int length() {
      return bytes.capacity();
    }
  }

  /** The one with which the bytes begin; null if none of them does. */
  Known find(ByteBuf in) {
    // With C1, the JDK compares its buffers ten times as fast as Netty compares its own.
    ByteBuffer bytes = in.nioBuffer();
    int start = bytes.position();
    for (int back = 0; back < MOST; back++) {
      Known known = ring[Math.floorMod(newest - back, MOST)];
      if (known != null
          && known.length() <= in.readableBytes()
          && known.bytes.equals(bytes.limit(start + known.length()))) {
        return known;
      }
    }
    return null;
  }

  /**
   * Keeps a head, in place of the one that was learnt first.
   *
   * @param bytes all of it and nothing else
   * @param response what they mean: that a body follows
   */
  void learn(ByteBuf bytes, HttpResponse response) {
    long length = HttpUtil.getContentLength(response, NO_LENGTH);
    if (length == NO_LENGTH || response.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
      return;
    }
    newest = (newest + 1) % MOST;
    ring[newest] = new Known(ByteBuffer.wrap(ByteBufUtil.getBytes(bytes)), response, length);
  }
}
