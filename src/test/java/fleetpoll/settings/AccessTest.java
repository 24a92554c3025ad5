package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.access.AccessSettings;
import fleetpoll.settings.access.ProxyUrl;
import fleetpoll.trust.Credential;
import fleetpoll.trust.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom devices connect, and through which proxy. */
class AccessTest {

  @TempDir static Path folder;

  private static TestAuthority authority;

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeAll
  static void makeCertificates() throws Exception {
    authority = TestAuthority.make(folder);
    authority.sign(List.of("device-0001", "device-0002", "device-0003"));
  }

  @BeforeEach
  void makeWorkspace() {
    workspace = new Workspace(directory);
  }

  private static String subject(Credential credential) {
    return credential.chain().get(0).getSubjectX500Principal().getName();
  }

  private String[] ofEach(int devices) {
    return new String[] {
      "devices=" + devices,
      "tls.certificate=" + folder + "/#{device}.pem",
      "tls.key=" + folder + "/#{device}.key"
    };
  }

  @Test
  void devicesShowNoCertificateAndConnectStraightUnlessAskedTo() {
    AccessSettings access = workspace.load().access();
    assertThat(access.tls().credentials()).isEmpty();
    assertThat(access.tls().protocols()).containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(access.tls().resumes()).isFalse();
    assertThat(access.proxy()).isEmpty();
  }

  @Test
  void eachDeviceHasTheFilesOfItsName() {
    assertThat(workspace.load(ofEach(3)).access().tls().credentials())
        .extracting(AccessTest::subject)
        .containsExactly("CN=device-0001", "CN=device-0002", "CN=device-0003");
  }

  @Test
  void allDevicesShareAFileWithoutPlaceholders() throws Exception {
    Files.writeString(
        directory.resolve("both.pem"),
        Files.readString(folder.resolve("device-0002.key"))
            + Files.readString(folder.resolve("device-0002.pem")));
    assertThat(workspace.load("tls.certificate=both.pem").access().tls().credentials())
        .extracting(AccessTest::subject)
        .containsExactly("CN=device-0002");
  }

  @Test
  void columnsOfTheIdentitiesNameFiles() {
    workspace.with("ids.csv", "id,pem\na,device-0003\nb,device-0001\n");
    String file = folder + "/#{pem}";
    assertThat(
            workspace
                .load(
                    "devices=2",
                    "identities=ids.csv",
                    "tls.certificate=" + file + ".pem",
                    "tls.key=" + file + ".key")
                .access()
                .tls()
                .credentials())
        .extracting(AccessTest::subject)
        .containsExactly("CN=device-0003", "CN=device-0001");
  }

  @Test
  void missingFilesAreCountedAndTheFirstNamed() {
    String file = folder + "/#{device}.pem";
    String name = folder + "/device-";
    assertThat(workspace.problems(ofEach(1_003)))
        .containsExactly(
            ("tls.certificate = %s (-Dtls.certificate): no such file in the working directory or in"
                    + " user-files/resources, for 1,000 of 1,003 devices: %s0004.pem, %s0005.pem,"
                    + " %s0006.pem, ...")
                .formatted(file, name, name, name));
  }

  @Test
  void aKeyOfAnotherIsRefused() {
    assertThat(
            workspace.problems(
                "devices=3",
                "tls.certificate=" + folder + "/#{device}.pem",
                "tls.key=" + folder + "/device-0002.key"))
        .containsExactly(
            ("tls.key = %s (-Dtls.key): must be the key of the certificate, but is another's, for 2"
                    + " of 3 devices: %s, %s")
                .formatted(
                    folder + "/device-0002.key",
                    folder + "/device-0002.key",
                    folder + "/device-0002.key"));
  }

  @ParameterizedTest
  @CsvSource({
    "hello, must be a file with a key in PEM; but contains no -----BEGIN PRIVATE KEY-----",
    "-----BEGIN EC PRIVATE KEY-----a-----END EC PRIVATE KEY-----, must have a key of PKCS #8 without"
        + " a password; not BEGIN EC PRIVATE KEY: openssl pkcs8 -topk8 -nocrypt -in old.pem -out"
        + " new.pem makes one",
    "-----BEGIN PRIVATE KEY-----abcd-----END PRIVATE KEY-----, must have a key of the certificate's"
        + " kind; EC"
  })
  void whatIsNoKeyIsRefused(String content, String message) {
    workspace.with("odd.key", content);
    assertThat(
            workspace.problems("tls.certificate=" + folder + "/device-0001.pem", "tls.key=odd.key"))
        .containsExactly("tls.key = odd.key (-Dtls.key): " + message.replace(';', ','));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:3128, 127.0.0.1, 3128,",
    "http://my_proxy, my_proxy, 80,",
    "http://[::1]:3128/, ::1, 3128,",
    "http://me:s3%40cret@host:3128, host, 3128, Basic bWU6czNAY3JldA=="
  })
  void proxies(String text, String host, int port, String authorization) {
    ProxyUrl proxy = workspace.load("proxy=" + text).access().proxy().orElseThrow();
    assertThat(proxy.host()).isEqualTo(host);
    assertThat(proxy.port()).isEqualTo(port);
    assertThat(proxy.authorization().orElse(null)).isEqualTo(authorization);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:3128", "https://host", "http://host/path", "http://host:0"})
  void whatIsNoProxyIsRefused(String text) {
    assertThat(workspace.problems("proxy=" + text))
        .containsExactly(
            "proxy = %s (-Dproxy): must be a URL such as http://127.0.0.1:3128: http,"
                    .formatted(text)
                + " user:password@ if any, a host, a port from 1 to 65535 if any; or none");
  }

  @Test
  void nobodySeesTheCredentialsOfAProxy() {
    FleetSettings settings = workspace.load("proxy=http://me:s3cret@host:3128");
    assertThat(settings.inForce().toString()).contains("http://host:3128").doesNotContain("s3cret");
    assertThat(settings.access().proxy().orElseThrow()).hasToString("http://host:3128");
    assertThat(workspace.problems("proxy=http://me:s3cret@host:0").toString())
        .doesNotContain("s3cret");
  }
}
