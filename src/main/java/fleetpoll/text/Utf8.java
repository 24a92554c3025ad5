package fleetpoll.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads text that must be in UTF-8. */
public final class Utf8 {

  private static final int HEAD = 64;

  private Utf8() {}

  /** Thrown for other encodings; the message says what is wrong. */
  public static final class Mismatch extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;

    Mismatch(int line, String why) {
      super(why);
      this.line = line;
    }

    /** Where the text ends being UTF-8, from 1. */
    public int line() {
      return line;
    }
  }

  /**
   * The text.
   *
   * @throws Mismatch if it is in another encoding
   */
  public static String decode(byte[] bytes) {
    if (looksLikeUtf16(bytes)) {
      throw new Mismatch(1, "must be text in UTF-8, but is in UTF-16");
    }
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
    if (result.isError()) {
      throw mismatch(bytes, in.position());
    }
    return text.flip().toString();
  }

  /** Whether it is in UTF-8 and has no control characters other than those that lay out a text. */
  public static boolean isText(byte[] bytes) {
    try {
      return decode(bytes)
          .chars()
          .allMatch(c -> !Character.isISOControl(c) || c >= '\t' && c <= '\r' && c != 0x0b);
    } catch (Mismatch e) {
      return false;
    }
  }

  private static Mismatch mismatch(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return new Mismatch(
        line,
        "must be text in UTF-8, but line %s contains the byte %02x, as in Latin-1 or Windows-1252"
            .formatted(line, bytes[at]));
  }

  /** By its byte order mark, or by the zeros between the letters. */
  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int zeros = 0;
    int head = Math.min(HEAD, bytes.length);
    for (int i = 0; i < head; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return mark == 0xfffe || mark == 0xfeff || 4 * zeros > head;
  }
}
