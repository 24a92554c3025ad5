package fleetpoll.settings.body;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fleetpoll.config.Contents;
import fleetpoll.config.Masks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The body of an endpoint's requests.
 *
 * @param bytes a whole array, as they are in the file, or the text in UTF-8
 * @param isText whether it may contain placeholders
 * @param type its Content-Type, unless a header of the endpoint says another one
 * @param isJson whether the values of its placeholders are escaped as in a JSON string
 * @param isGzip whether it is sent compressed
 */
public record BodySettings(
    ByteBuffer bytes, boolean isText, String type, boolean isJson, boolean isGzip) {

  /** A plain text. */
  public static BodySettings of(String text) {
    return ofText(text, MediaTypes.TEXT);
  }

  /** A text of a media type. */
  public static BodySettings ofText(String text, String type) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    return new BodySettings(bytes, true, type, MediaTypes.isJson(type), false);
  }

  /**
   * The same as the endpoint sends it.
   *
   * @param written the type that a header says
   */
  BodySettings typed(String written) {
    return new BodySettings(bytes, isText, written, isJson || MediaTypes.isJson(written), isGzip);
  }

  /** The same, sent compressed or not. */
  public BodySettings compressed(boolean gzip) {
    return new BodySettings(bytes, isText, type, isJson, gzip);
  }

  /** Its text, if it is one; otherwise nothing a placeholder could be in. */
  public String text() {
    return isText ? StandardCharsets.UTF_8.decode(bytes.duplicate()).toString() : "";
  }

  /** The text cut at its placeholders. */
  public BodyText cut() {
    return BodyText.of(this);
  }

  /** What a placeholder inserts for a value. */
  public byte[] inserted(String value) {
    return isJson
        ? JsonStringEncoder.getInstance().quoteAsUTF8(value)
        : value.getBytes(StandardCharsets.UTF_8);
  }

  /** A hash of it, apart from secrets in a text. */
  Contents contents(Masks masks) {
    return isText ? masks.contents(text()) : Contents.of(array());
  }

  /** All bytes, which nobody changes. */
  byte[] array() {
    return bytes.array();
  }
}
