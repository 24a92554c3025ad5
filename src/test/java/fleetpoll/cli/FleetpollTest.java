package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetpollTest {

  private String out;
  private String err;

  private int execute(String... args) {
    CommandRun run = CommandRun.of(args);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }

  @Test
  void noCommandShowsTheUsage() {
    assertThat(execute()).isEqualTo(64);
    assertThat(err).contains("Usage: fleetpoll", "serve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "--no-such-option",
        "serve --port x",
        "serve --port 65536",
        "serve --port -1",
        "serve --threads 0",
        "serve --fault a=explode",
        "serve --no-such-option"
      })
  void badUsageIsRefused(String words) {
    assertThat(execute(words.split(" "))).isEqualTo(64);
    assertThat(err).isNotBlank().doesNotContain("\tat ");
    assertThat(out).isEmpty();
  }

  @Test
  void badFaultIsToldWhatIsAllowed() {
    execute("serve", "--fault", "a=explode");
    assertThat(err).contains("--fault", "a=explode", "garbage:<rate>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help"})
  void helpIsNoError(String words) {
    assertThat(execute(words.split(" "))).isZero();
    assertThat(out).startsWith("Usage: fleetpoll");
  }

  @Test
  void versionIsTheProjects() throws Exception {
    assertThat(execute("--version")).isZero();
    String version = out.strip().substring("fleetpoll ".length());
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>fleetpoll</artifactId>\n  <version>" + version + "</version>");
  }

  @Test
  void portInUseIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(execute("serve", "--port", Integer.toString(port))).isEqualTo(1);
      assertThat(err.strip()).contains(Integer.toString(port), "in use").doesNotContain("\n");
      assertThat(out).isEmpty();
    }
  }
}
