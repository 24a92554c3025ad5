package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardersTest {

  private static final String NOBODY = "Start the server.";

  private static Owners find(Map<Integer, List<String>> listening) {
    return new Forwarders(8000, () -> new Owners(listening.keySet(), NOBODY), listening::get).get();
  }

  @ParameterizedTest
  @CsvSource({
    "docker-proxy, false",
    "rootlessport, false",
    "slirp4netns, false",
    "pasta, false",
    "conmon, false",
    "kubectl, true",
    "ssh, true",
    "socat, true"
  })
  void aForwarderIsNotTheServer(String program, boolean mayBeElsewhere) {
    assertThat(find(Map.of(4711, List.of(program))))
        .isEqualTo(
            new Owners(
                Set.of(),
                "The process that listens on port 8000, 4711 ("
                    + program
                    + "), only forwards: give the server's own process with -Dserver.pid, or a"
                    + " Prometheus node exporter of its machine with -Dserver.metrics.",
                mayBeElsewhere));
  }

  @Test
  void aForwarderIsKnownByAnyOfItsNames() {
    assertThat(find(Map.of(7, List.of("podman", "rootlessport"))).advice())
        .contains("7 (rootlessport)");
  }

  @Test
  void severalAreNamed() {
    assertThat(find(Map.of(8, List.of("docker-proxy"), 7, List.of("docker-proxy"))).advice())
        .startsWith(
            "The processes that listen on port 8000, 7 (docker-proxy), 8 (docker-proxy), only"
                + " forward: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy", "envoy", "gunicorn", "podman"})
  void aServerThatPassesRequestsOnIsStillAServer(String program) {
    assertThat(find(Map.of(7, List.of(program)))).isEqualTo(new Owners(Set.of(7), NOBODY));
  }

  @Test
  void nextToAServerAForwarderDoesNotCount() {
    assertThat(find(Map.of(7, List.of("nginx"), 8, List.of("socat"))))
        .isEqualTo(new Owners(Set.of(7), NOBODY));
    assertThat(find(Map.of())).isEqualTo(new Owners(Set.of(), NOBODY));
  }
}
