package fleetpoll.http.tls;

import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;

/**
 * Says in a sentence that a server refuses a device because of its certificate, or because it has
 * none. Most servers send an alert, in TLS 1.3 after the client has finished its handshake; nginx
 * finishes the handshake, too, and answers the first request with 400.
 */
public final class CertificateRefusal {

  /** In the words of the JDK and of BoringSSL. */
  private static final Pattern ALERT = Pattern.compile("(?i)(?:fatal alert: |ALERT_)([a-z_]+)");

  private static final String REQUIRED =
      "the server requires a certificate of the device, which sent none (tls.certificate)";

  private static final Map<String, String> SENTENCES =
      Map.of(
          "certificate_required", REQUIRED,
          "certificate_expired", "the server refuses the device's certificate: it has expired",
          "certificate_revoked", "the server refuses the device's certificate: it is revoked",
          "unknown_ca",
              "the server refuses the device's certificate: it does not trust the CA that signed it",
          "bad_certificate",
              "the server refuses the device's certificate, or requires one (tls.certificate)",
          "certificate_unknown", "the server refuses the device's certificate",
          "unsupported_certificate", "the server does not support the device's kind of certificate",
          "access_denied", "the server accepts the device's certificate, but denies it access");

  /** What nginx writes into its answer 400. */
  private static final Pattern NGINX =
      Pattern.compile("No required SSL certificate was sent|The SSL certificate error");

  private CertificateRefusal() {}

  /** Of a failure's text; empty if it is about something else. */
  public static Optional<String> ofAlert(String text) {
    Matcher alert = ALERT.matcher(text == null ? "" : text);
    if (!alert.find()) {
      return Optional.empty();
    }
    String name = alert.group(1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(SENTENCES.get(name))
        .map(sentence -> "%s (alert %s)".formatted(sentence, name));
  }

  /**
   * Of the body of an answer 400; empty if it is about something else.
   *
   * @param session of the connection
   */
  public static Optional<String> ofAnswer(String body, SSLSession session) {
    Matcher words = NGINX.matcher(body);
    return words.find()
        ? Optional.of(why(session) + ": it answers 400, " + words.group())
        : Optional.empty();
  }

  private static String why(SSLSession session) {
    Certificate[] own = session.getLocalCertificates();
    if (own == null || own.length == 0) {
      return REQUIRED;
    }
    String refuses = "the server refuses the device's certificate";
    try {
      ((X509Certificate) own[0]).checkValidity();
      return refuses;
    } catch (CertificateExpiredException e) {
      return refuses + ", which expired at " + ((X509Certificate) own[0]).getNotAfter().toInstant();
    } catch (CertificateNotYetValidException e) {
      return refuses
          + ", which is not valid before "
          + ((X509Certificate) own[0]).getNotBefore().toInstant();
    }
  }
}
