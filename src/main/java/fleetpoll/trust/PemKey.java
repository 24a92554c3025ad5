package fleetpoll.trust;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key in PEM: PKCS #8 without a password, the one form that Java reads. */
final class PemKey {

  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN (?<kind>[A-Z ]*)PRIVATE KEY-----(?<base64>.*?)-----END [A-Z ]*PRIVATE KEY-----",
          Pattern.DOTALL);
  private static final String PLAIN = "";

  private PemKey() {}

  /**
   * @param algorithm of the certificate's key
   * @throws IllegalArgumentException if it cannot be read, or does not contain what it should
   */
  static PrivateKey read(Path path, String algorithm) {
    Matcher matcher = KEY.matcher(text(path));
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "must be a file with a key in PEM, but contains no -----BEGIN PRIVATE KEY-----");
    }
    String kind = matcher.group("kind");
    if (!kind.equals(PLAIN)) {
      throw new IllegalArgumentException(
          "must have a key of PKCS #8 without a password, not BEGIN %sPRIVATE KEY: openssl pkcs8"
                  .formatted(kind)
              + " -topk8 -nocrypt -in old.pem -out new.pem makes one");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(matcher.group("base64"));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must have a key of the certificate's kind, " + algorithm, e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + Reason.of(e), e);
    }
  }
}
