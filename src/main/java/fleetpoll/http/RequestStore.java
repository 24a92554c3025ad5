package fleetpoll.http;

import fleetpoll.http.encoding.RequestBody;
import fleetpoll.settings.body.BodySettings;
import fleetpoll.settings.body.BodyText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the bytes of many requests in few blocks of direct memory, from which sockets send without
 * a copy. The garbage collector frees a block after its last request. Belongs to one thread at a
 * time.
 */
public final class RequestStore {

  /** What takes more than this part of a block does not share one: much of it could stay empty. */
  private static final int LARGE = 4;

  private final int blockBytes;
  private final Map<BodySettings, RequestBody> shared = new IdentityHashMap<>();
  private ByteBuf block = Unpooled.EMPTY_BUFFER;

  /**
   * @param blockBytes size of a block; what is large for one gets a block of its own
   */
  public RequestStore(int blockBytes) {
    this.blockBytes = blockBytes;
  }

  /** The same bytes, kept here; releasing them does nothing. */
  ByteBuf keep(byte[] bytes) {
    if (bytes.length > blockBytes / LARGE) {
      return Unpooled.unreleasableBuffer(allocate(bytes.length).writeBytes(bytes));
    }
    if (block.writableBytes() < bytes.length) {
      block = allocate(blockBytes);
    }
    int start = block.writerIndex();
    block.writeBytes(bytes);
    return Unpooled.unreleasableBuffer(block.slice(start, bytes.length));
  }

  private static ByteBuf allocate(int bytes) {
    return Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes)).clear();
  }

  /** The bytes that a body always has, which all its requests share. */
  RequestBody keepOnce(BodyText body) {
    return shared.computeIfAbsent(
        body.body(), first -> new RequestBody.Kept(keep(body.bytes(List.of()))));
  }
}
