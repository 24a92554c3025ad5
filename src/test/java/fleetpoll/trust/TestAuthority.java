package fleetpoll.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * A certificate authority of the test's own, by openssl, which is faster than the JDK's keytool.
 *
 * @param folder contains {@code ca.pem} and, for each name, {@code name.pem} and {@code name.key}
 */
public record TestAuthority(Path folder) {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String NEW_KEY =
      " -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ";

  /** A new one. */
  public static TestAuthority make(Path folder) throws IOException, InterruptedException {
    TestAuthority authority = new TestAuthority(Files.createDirectories(folder));
    authority.run(
        "openssl req -x509" + NEW_KEY + "ca.key -out ca.pem -days 30 -subj '/CN=test authority'");
    return authority;
  }

  private void run(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-e", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.txt").toFile())
            .start();
    assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(folder.resolve("openssl.txt"))).isZero();
  }

  /** Certificates of clients, all at once. */
  public void sign(List<String> names) throws IOException, InterruptedException {
    sign("for n in %s; do ".formatted(String.join(" ", names)), "$n", "", "; done");
  }

  /** The certificate of a server, such as {@code DNS:localhost,IP:127.0.0.1}. */
  public void signServer(String name, String hosts) throws IOException, InterruptedException {
    sign("", name, " -addext subjectAltName=" + hosts, "");
  }

  private void sign(String before, String name, String options, String after)
      throws IOException, InterruptedException {
    run(
        before
            + "openssl req -x509 -CA ca.pem -CAkey ca.key -days 30 -subj /CN=%s%s"
                .formatted(name, options)
            + NEW_KEY
            + "%s.key -out %s.pem".formatted(name, name)
            + after);
  }

  /** One that has expired. */
  public void signExpired(String name) throws IOException, InterruptedException {
    run(
        "openssl req -new -subj /CN=%s%s%s.key -out %s.csr; openssl x509 -req -in %s.csr -CA ca.pem -CAkey ca.key -days -1 -out %s.pem"
            .formatted(name, NEW_KEY, name, name, name, name));
  }

  /** The authority's own certificate. */
  public Path pem() {
    return folder.resolve("ca.pem");
  }

  /** What a name was signed with. */
  public Credential credential(String name) {
    return Credential.of(
        PemFile.read(folder.resolve(name + ".pem")), folder.resolve(name + ".key"));
  }

  /** Trusts all that it has signed. */
  public Trust trust() {
    return new Trust(true, Optional.of(PemFile.read(pem())));
  }

  /** A server's context, which trusts the clients that it has signed. */
  public SSLContext context(String server) throws Exception {
    Credential credential = credential(server);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "server", credential.key(), PASSWORD, credential.chain().toArray(new X509Certificate[0]));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager trusts = Trust.jdks(Trust.storeOf(PemFile.read(pem()).certificates()));
    context.init(managers.getKeyManagers(), new TrustManager[] {trusts}, null);
    return context;
  }
}
