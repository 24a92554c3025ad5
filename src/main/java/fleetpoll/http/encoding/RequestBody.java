package fleetpoll.http.encoding;

import fleetpoll.settings.body.BodyText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.List;

/** The body of a request, which can be sent several times with the same bytes. */
public sealed interface RequestBody {

  /** A request without a body. */
  RequestBody NONE = new Kept(Unpooled.EMPTY_BUFFER);

  /** How many bytes are sent. */
  int length();

  /** The bytes to send; whoever sends them releases them. */
  ByteBuf bytes();

  /**
   * Bytes that stay.
   *
   * @param all from index 0 to the writer's; releasing them does nothing
   */
  record Kept(ByteBuf all) implements RequestBody {

    @Override
    public int length() {
      return all.writerIndex();
    }

    @Override
    public ByteBuf bytes() {
      return all.duplicate().readerIndex(0);
    }
  }

  /**
   * A text that is written into the outgoing buffer each time it is sent: only what its
   * placeholders insert stays, as long as the poll.
   */
  record Written(BodyText text, List<byte[]> inserted, int length) implements RequestBody {

    @Override
    public ByteBuf bytes() {
      ByteBuf out = ByteBufAllocator.DEFAULT.directBuffer(length, length);
      for (int i = 0; i < inserted.size(); i++) {
        out.writeBytes(text.literals().get(i)).writeBytes(inserted.get(i));
      }
      return out.writeBytes(text.literals().get(inserted.size()));
    }
  }

  /** The body of one poll; a compressed one stays as long as the poll: its length comes first. */
  static RequestBody ofPoll(BodyText text, List<byte[]> inserted) {
    return text.body().isGzip()
        ? new Kept(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(text.bytes(inserted))))
        : new Written(text, inserted, text.length(inserted));
  }
}
