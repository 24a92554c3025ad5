package fleetpoll.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFileTest {

  @TempDir Path folder;

  @Test
  void allCertificatesOfTheFileCountAndNothingElse() throws Exception {
    TestKeys keys = TestKeys.make(folder, "dns:a");
    String pem = Files.readString(keys.pem());
    Path file = folder.resolve("both.pem");
    Files.writeString(
        file,
        "Grüße\n" + pem + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + pem);

    assertThat(PemFile.read(file).certificates())
        .containsExactly(keys.certificate(), keys.certificate());
  }

  @Test
  void aFileWithoutCertificatesIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("a.pem"), "-----BEGIN PRIVATE KEY-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemFile.read(file))
        .withMessage(
            "must be a file of certificates in PEM, but contains no -----BEGIN CERTIFICATE-----");
  }

  @Test
  void whatOnlyLooksLikeACertificateIsRefused() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("a.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemFile.read(file))
        .withMessageStartingWith("must be a file of certificates in PEM, but number 1 is none: ");
  }
}
