package fleetpoll.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  private static final String SELF_SIGNED =
      "is self-signed and not trusted (tls.trust = its PEM file: then it is)";

  @TempDir static Path folder;

  private static TestKeys keys;

  @BeforeAll
  static void make() throws Exception {
    keys = TestKeys.make(folder, "dns:localhost,ip:127.0.0.1");
  }

  @Test
  void theCertificateOfTheFileIsTrustedForItsHosts() throws Exception {
    assertThat(refusal(keys, keys.trust(), "127.0.0.1")).isEmpty();
    assertThat(refusal(keys, keys.trust(), "localhost")).isEmpty();
  }

  @Test
  void anotherHostIsNamedNextToThoseOfTheCertificate() throws Exception {
    assertThat(refusal(keys, keys.trust(), "127.0.0.2"))
        .contains("the server's certificate is for localhost, 127.0.0.1, not for 127.0.0.2");
  }

  @Test
  void aSelfSignedCertificateComesWithAnAdvice() throws Exception {
    assertThat(refusal(keys, Trust.OF_THE_JVM, "127.0.0.1"))
        .contains("the server's certificate " + SELF_SIGNED);
  }

  @Test
  void allThatIsWrongIsSaid() throws Exception {
    assertThat(refusal(keys, Trust.OF_THE_JVM, "127.0.0.2"))
        .contains(
            "the server's certificate "
                + SELF_SIGNED
                + ", and it is for localhost, 127.0.0.1, not for 127.0.0.2");
  }

  @Test
  void anExpiredCertificateIsRefusedEvenIfItIsTrusted() throws Exception {
    TestKeys expired =
        TestKeys.make(
            folder, "ip:127.0.0.1", "-startdate", "2020/01/02 03:04:05", "-validity", "1");

    assertThat(refusal(expired, expired.trust(), "127.0.0.1").orElseThrow())
        .matches("the server's certificate expired at 2020-01-0\\dT\\d\\d:04:05Z");
  }

  @Test
  void aCaIsTrustedWithAllThatItSigned() throws Exception {
    TestKeys signed = TestKeys.signed(folder, "ip:127.0.0.1");

    assertThat(refusal(signed, signed.trust(), "127.0.0.1")).isEmpty();
    assertThat(refusal(signed, Trust.OF_THE_JVM, "127.0.0.1"))
        .contains(
            "the server's certificate is signed by authority, which is not trusted"
                + " (tls.trust = the PEM file of that CA: then it is)");
  }

  @Test
  void whatThisJvmTrustsStaysTrusted() {
    assertThat(keys.trust().manager().getAcceptedIssuers())
        .contains(Trust.OF_THE_JVM.manager().getAcceptedIssuers())
        .hasSize(Trust.OF_THE_JVM.manager().getAcceptedIssuers().length + 1);
  }

  /** The JDK itself calls such a name illegal. */
  @Test
  void aHostWithAnUnderscoreIsVerifiedToo() throws Exception {
    TestKeys starred = TestKeys.make(folder, "dns:*.local");

    assertThat(refusal(starred, starred.trust(), "my_server.local")).isEmpty();
    assertThat(refusal(starred, starred.trust(), "my_server.other"))
        .contains("the server's certificate is for *.local, not for my_server.other");
    assertThat(refusal(starred, starred.trust(), "my_server.sub.local")).isPresent();
    assertThat(refusal(starred, Trust.OF_THE_JVM, "my_server.local"))
        .contains("the server's certificate " + SELF_SIGNED);
  }

  @Test
  void withoutVerificationAnybodyIsTheServer() throws Exception {
    assertThat(refusal(keys, new Trust(false, Optional.empty()), "127.0.0.2")).isEmpty();
    assertThat(refusal(keys, new Trust(false, Optional.empty()).verifying(), "127.0.0.2"))
        .isPresent();
  }

  /** Why a client that asks for HTTPS's rules refuses the server. */
  private static Optional<String> refusal(TestKeys server, Trust trust, String host)
      throws Exception {
    try (SSLServerSocket listening =
            (SSLServerSocket)
                server
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
        Socket plain =
            new Socket(host.startsWith("my_") ? "127.0.0.1" : host, listening.getLocalPort());
        SSLSocket client =
            (SSLSocket) trust.context().getSocketFactory().createSocket(plain, host, 443, true)) {
      Thread serving = new Thread(() -> serve(listening));
      serving.start();
      SSLParameters parameters = client.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      client.setSSLParameters(parameters);
      client.startHandshake();
      return Optional.empty();
    } catch (SSLHandshakeException e) {
      return Optional.of(e.getCause().getMessage());
    }
  }

  private static void serve(SSLServerSocket listening) {
    try (SSLSocket socket = (SSLSocket) listening.accept()) {
      socket.startHandshake();
      socket.getInputStream().read();
    } catch (IOException theClientRefused) {
      return;
    }
  }
}
