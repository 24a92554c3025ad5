package fleetpoll.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet or script that is inlined in a page.
 *
 * @param hash with which the page's Content-Security-Policy allows exactly this text
 */
record Asset(String text, String hash) {

  static Asset of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Asset(text, "sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The resource {@code name} below {@code fleetpoll}. */
  static Asset load(String name) {
    return of(text(name));
  }

  static String text(String name) {
    try (InputStream in = Asset.class.getResourceAsStream("/fleetpoll/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
