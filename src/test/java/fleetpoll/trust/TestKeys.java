package fleetpoll.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The key and certificate of a server, made by the JDK's keytool.
 *
 * @param store contains them as {@code server}
 * @param pem a file with the certificate
 */
public record TestKeys(KeyStore store, Path pem) {

  private static final String PASSWORD = "changeit";

  /**
   * A self-signed certificate.
   *
   * @param folder in which its files are
   * @param names such as {@code dns:localhost,ip:127.0.0.1}
   * @param options further ones of keytool
   */
  public static TestKeys make(Path folder, String names, String... options) throws Exception {
    Path file = Files.createTempFile(folder, "keys", ".p12");
    Files.delete(file);
    generate(file, "server", "san=" + names, options);
    return read(file, "server");
  }

  /** A certificate that a CA of its own has signed; the file contains the CA's. */
  static TestKeys signed(Path folder, String names) throws Exception {
    Path file = folder.resolve("signed.p12");
    generate(file, "authority", "bc:c");
    generate(file, "server", "san=" + names, "-signer", "authority");
    return read(file, "authority");
  }

  private static void generate(Path file, String alias, String extension, String... options)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-ext",
                extension));
    command.addAll(List.of(options));
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
  }

  private static TestKeys read(Path file, String inPem) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes())
            .encodeToString(store.getCertificate(inPem).getEncoded());
    Path pem = Path.of(file + ".pem");
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    return new TestKeys(store, pem);
  }

  /** The server's own. */
  public X509Certificate certificate() throws Exception {
    return (X509Certificate) store.getCertificate("server");
  }

  /** A server's context. */
  public SSLContext context() throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    char[] password = PASSWORD.toCharArray();
    own.setKeyEntry(
        "server", store.getKey("server", password), password, store.getCertificateChain("server"));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Trusts the certificate in the file. */
  public Trust trust() {
    return new Trust(true, Optional.of(PemFile.read(pem)));
  }
}
