package fleetpoll.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file contains, without showing it.
 *
 * @param sha256 its hash in hexadecimal
 */
public record Contents(String sha256) {

  /** The contents of a file. */
  public static Contents of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Contents(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The contents of a file in UTF-8. */
  public static Contents of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code sha256:9f86d081...}. */
  @Override
  public String toString() {
    return "sha256:" + sha256;
  }
}
