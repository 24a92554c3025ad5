package fleetpoll.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Optional;

/** The pages of /hello. */
enum Page {
  SMALL("1", 100),
  LARGE("200", 204_800);

  private final String number;
  private final ByteBuf body;

  Page(String number, int bytes) {
    this.number = number;
    ByteBuf text = Unpooled.directBuffer(bytes, bytes);
    for (int i = 0; i < bytes; i++) {
      text.writeByte('0' + i % 10);
    }
    // One direct buffer serves all answers: nothing is copied or allocated for a body.
    body = Unpooled.unreleasableBuffer(text).asReadOnly();
  }

  static Optional<Page> of(String number) {
    return Arrays.stream(values()).filter(page -> page.number.equals(number)).findFirst();
  }

  String number() {
    return number;
  }

  /** The whole page, readable by any number of answers at once. */
  ByteBuf body() {
    return body.duplicate();
  }
}
