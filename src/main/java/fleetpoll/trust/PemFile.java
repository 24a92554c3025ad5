package fleetpoll.trust;

import fleetpoll.text.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of certificates in PEM, the text format of RFC 7468; it may also contain other things,
 * such as a key.
 *
 * @param path where it is
 * @param certificates in the order of the file, at least one
 */
public record PemFile(Path path, List<X509Certificate> certificates) {

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it cannot be read, or does not contain what it should
   */
  public static PemFile read(Path path) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      // Only the lines between the marks must be ASCII.
      String text = Files.readString(path, StandardCharsets.ISO_8859_1);
      Matcher matcher = CERTIFICATE.matcher(text);
      while (matcher.find()) {
        certificates.add(certificate(matcher.group()));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + Reason.of(e), e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "must be a file of certificates in PEM, but number %s is none: %s"
              .formatted(certificates.size() + 1, e.getMessage()),
          e);
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "must be a file of certificates in PEM, but contains no -----BEGIN CERTIFICATE-----");
    }
    return new PemFile(path, List.copyOf(certificates));
  }

  private static X509Certificate certificate(String pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
