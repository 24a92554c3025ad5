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
 * @param hash by which the page's Content-Security-Policy allows exactly this text
 */
record Asset(String text, String hash) {

  /** The resource {@code name} beside this class. */
  static Asset load(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(
          new String(bytes, StandardCharsets.UTF_8),
          "sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
