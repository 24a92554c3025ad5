package fleetpoll.trust;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose certificates are trusted.
 *
 * @param verifies whether a server's certificate, and that it is the host's, are verified
 * @param file certificates that are trusted in addition to those that this JVM trusts
 */
public record Trust(boolean verifies, Optional<PemFile> file) {

  /** What this JVM trusts. */
  public static final Trust OF_THE_JVM = new Trust(true, Optional.empty());

  /** The same, but verifying. */
  public Trust verifying() {
    return new Trust(true, file);
  }

  /** A context for a client; without a key of its own. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw noTls(e);
    }
  }

  /** Judges servers' certificates; whoever asks must name the host and ask for HTTPS's rules. */
  public X509ExtendedTrustManager manager() {
    return verifies ? new Verifier(jdks(file.isPresent() ? store() : null)) : new Anybody();
  }

  /** All certificates that are trusted, those of this JVM included. */
  public KeyStore store() {
    List<X509Certificate> ours = file.map(PemFile::certificates).orElse(List.of());
    return storeOf(
        Stream.concat(Stream.of(jdks(null).getAcceptedIssuers()), ours.stream()).toList());
  }

  static KeyStore storeOf(List<X509Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate certificate : certificates) {
        store.setCertificateEntry("trusted-" + store.size(), certificate);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw noTls(e);
    }
  }

  /**
   * @param trusted null: what this JVM trusts
   */
  static X509ExtendedTrustManager jdks(KeyStore trusted) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return Stream.of(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow(() -> new GeneralSecurityException("it judges no certificates"));
    } catch (GeneralSecurityException e) {
      throw noTls(e);
    }
  }

  private static IllegalStateException noTls(Exception e) {
    return new IllegalStateException("This JVM has no TLS: " + Reason.of(e), e);
  }
}
