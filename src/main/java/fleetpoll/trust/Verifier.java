package fleetpoll.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Verifies as the JDK does, and says what is wrong with a certificate in a sentence. */
final class Verifier extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager jdks;

  /**
   * @param jdks decides
   */
  Verifier(X509ExtendedTrustManager jdks) {
    this.jdks = jdks;
  }

  /** One of the JDK's checks. */
  private interface Check {

    void by(X509ExtendedTrustManager manager) throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    verify(chain, type, null, manager -> manager.checkServerTrusted(chain, type));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    SSLSession session = socket instanceof SSLSocket secured ? secured.getHandshakeSession() : null;
    verify(chain, type, session, manager -> manager.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    verify(
        chain,
        type,
        engine.getHandshakeSession(),
        manager -> manager.checkServerTrusted(chain, type, engine));
  }

  private void verify(X509Certificate[] chain, String type, SSLSession session, Check check)
      throws CertificateException {
    List<String> wrong = new ArrayList<>();
    CertificateText text = new CertificateText(chain);
    if (session != null && session.getPeerHost() != null && session.getPeerHost().contains("_")) {
      verifyUnderscored(chain, type, session.getPeerHost());
      return;
    }
    // The JDK does not ask this of a certificate that is itself trusted.
    text.period().ifPresent(wrong::add);
    try {
      check.by(jdks);
      if (wrong.isEmpty()) {
        return;
      }
    } catch (CertificateException e) {
      if (wrong.isEmpty() && !isTrusted(chain, type)) {
        wrong.add(text.untrusted());
      }
      if (session != null && isForAnotherHost(chain, check)) {
        wrong.add(text.otherHost(session.getPeerHost()));
      }
      if (wrong.isEmpty()) {
        throw e;
      }
    }
    throw new CertificateException("the server's certificate " + String.join(", and it ", wrong));
  }

  /** The JDK takes no name with an underscore for one that a certificate can be for. */
  private void verifyUnderscored(X509Certificate[] chain, String type, String host)
      throws CertificateException {
    verify(chain, type, null, manager -> manager.checkServerTrusted(chain, type));
    CertificateText text = new CertificateText(chain);
    if (!text.isFor(host)) {
      throw new CertificateException("the server's certificate " + text.otherHost(host));
    }
  }

  private boolean isTrusted(X509Certificate[] chain, String type) {
    try {
      jdks.checkServerTrusted(chain, type);
      return true;
    } catch (CertificateException refused) {
      return false;
    }
  }

  /** Asks one that trusts just this certificate: of the JDK, a bare exception is about the host. */
  private static boolean isForAnotherHost(X509Certificate[] chain, Check check) {
    try {
      check.by(Trust.jdks(Trust.storeOf(List.of(chain[0]))));
      return false;
    } catch (CertificateException e) {
      return e.getClass() == CertificateException.class;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    jdks.checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    jdks.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    jdks.checkClientTrusted(chain, type, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jdks.getAcceptedIssuers();
  }
}
