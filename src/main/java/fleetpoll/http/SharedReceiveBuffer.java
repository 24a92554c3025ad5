package fleetpoll.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/**
 * One buffer into which all sockets of an event loop read, one after another. If somebody still
 * holds what was read, because an answer's header or a TLS record is not whole yet, that buffer is
 * left to its holder and a new one takes its place.
 */
final class SharedReceiveBuffer extends DefaultMaxMessagesRecvByteBufAllocator {

  /** After so many buffers in a row another socket has its turn, as with Netty's own buffers. */
  private static final int MOST_READS = 16;

  private final int bytes;
  private ByteBuf shared = Unpooled.EMPTY_BUFFER;

  SharedReceiveBuffer(int bytes) {
    super(MOST_READS);
    this.bytes = bytes;
  }

  @Override
  @SuppressWarnings("deprecation")
  public Handle newHandle() {
    return new MaxMessageHandle() {

      @Override
      public int guess() {
        return bytes;
      }

      @Override
      public ByteBuf allocate(ByteBufAllocator allocator) {
        return lend(allocator);
      }
    };
  }

  private ByteBuf lend(ByteBufAllocator allocator) {
    if (shared.refCnt() != 1 || shared.capacity() < bytes) {
      ByteBuf fresh = allocator.ioBuffer(bytes, bytes);
      shared.release();
      shared = fresh;
    }
    return shared.clear().retain();
  }

  /** Gives the memory back; no socket may read any more. */
  void release() {
    shared.release();
    shared = Unpooled.EMPTY_BUFFER;
  }
}
