package fleetpoll.http.encoding;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Percent-encoding by RFC 3986, of the text's UTF-8 bytes. */
public final class PercentEncoding {

  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final BitSet UNRESERVED = set(LETTERS + "0123456789-._~");
  private static final BitSet PRINTABLE = new BitSet();
  private static final BitSet QUERY_NAME;
  private static final BitSet URL;
  private static final BitSet QUERY_VALUE;

  static {
    PRINTABLE.set(0x21, 0x7f);
    QUERY_VALUE = without("&#+");
    QUERY_NAME = without("&#+=");
    URL = without("\"<>\\^`{|}");
  }

  private PercentEncoding() {}

  /** All but unreserved characters encoded: the text is one piece of data wherever it stands. */
  public static String data(String text) {
    return encode(text, UNRESERVED);
  }

  /** A path as it is written; only what no request line can carry is encoded. */
  public static String path(String written) {
    return encode(written, PRINTABLE);
  }

  /** A parameter's name as it is written; what would end it is encoded. */
  public static String queryName(String written) {
    return encode(strayPercents(written), QUERY_NAME);
  }

  /** A parameter's value as it is written; what would end it, or read as a space, is encoded. */
  public static String queryValue(String written) {
    return encode(strayPercents(written), QUERY_VALUE);
  }

  /** A part of a URL as it came in a header, read as Latin-1; what no URL may have is encoded. */
  static String received(String latin1) {
    return encode(strayPercents(latin1).getBytes(StandardCharsets.ISO_8859_1), URL);
  }

  private static String strayPercents(String written) {
    return STRAY_PERCENT.matcher(written).replaceAll("%25");
  }

  private static String encode(String text, BitSet untouched) {
    return encode(text.getBytes(StandardCharsets.UTF_8), untouched);
  }

  private static String encode(byte[] bytes, BitSet untouched) {
    StringBuilder encoded = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      if (b >= 0 && untouched.get(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static BitSet set(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }

  private static BitSet without(String characters) {
    BitSet set = (BitSet) PRINTABLE.clone();
    characters.chars().forEach(set::clear);
    return set;
  }
}
