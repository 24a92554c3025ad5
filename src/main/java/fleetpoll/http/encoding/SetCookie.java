package fleetpoll.http.encoding;

import io.netty.handler.codec.http.cookie.ClientCookieDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import java.util.Optional;

/**
 * What an answer's Set-Cookie says. Name and value are cut by RFC 6265, section 5.2, and stay as
 * they are otherwise: Netty, which reads the attributes, would drop or change some.
 *
 * @param name not empty
 * @param value quotes are part of it
 * @param attributes a cookie with these attributes, whose own name and value mean nothing
 */
public record SetCookie(String name, String value, Cookie attributes) {

  private static final String ANY_PAIR = "x=x";
  private static final char DELETE = 0x7f;

  /**
   * As it came in a header, read as Latin-1; empty if a device must ignore it: it has no name, or a
   * control character, which no request can carry (RFC 6265bis, section 5.6), or a path or domain
   * that no URL has.
   */
  public static Optional<SetCookie> received(String latin1) {
    int semicolon = latin1.indexOf(';');
    int end = semicolon < 0 ? latin1.length() : semicolon;
    int equals = latin1.indexOf('=');
    if (equals < 0 || equals >= end || latin1.chars().anyMatch(SetCookie::isControl)) {
      return Optional.empty();
    }
    String name = latin1.substring(0, equals).strip();
    String value = latin1.substring(equals + 1, end).strip();
    return name.isEmpty()
        ? Optional.empty()
        : attributes(latin1.substring(end)).map(given -> new SetCookie(name, value, given));
  }

  private static Optional<Cookie> attributes(String text) {
    try {
      return Optional.ofNullable(ClientCookieDecoder.LAX.decode(ANY_PAIR + text));
    } catch (IllegalArgumentException ofPathOrDomain) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int character) {
    return character < ' ' && character != '\t' || character == DELETE;
  }

  /** As a request contains it. */
  public String pair() {
    return name + "=" + value;
  }
}
