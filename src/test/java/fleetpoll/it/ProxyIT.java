package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.proxy.TestProxy;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs through a proxy, which alone knows where the target is. */
class ProxyIT {

  @TempDir Path folder;

  private GatlingProcess start(int server, int proxy) throws Exception {
    return GatlingProcess.start(
        folder,
        "target=http://my_server:" + server,
        "proxy=http://me:s3cret@127.0.0.1:" + proxy,
        "devices=3",
        "duration=1s",
        "interval=100",
        "warm-up=0s",
        "preflight=3s");
  }

  @Test
  void everyPollGoesThroughTheProxyAndNobodySeesItsPassword() throws Exception {
    try (TargetServer server = TargetServer.start(0, 1, Behavior.PLAIN);
        TestProxy proxy = new TestProxy(Optional.of("Basic bWU6czNjcmV0"));
        GatlingProcess gatling = start(server.uri().getPort(), proxy.port())) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances();

      assertThat(ledger.folder().devices())
          .allMatch(row -> row.ko() == 0)
          .anyMatch(row -> row.ok() > 0);
      assertThat(proxy.heads)
          .hasSize((int) ledger.folder().devices().stream().mapToLong(row -> row.sent()).sum());
      assertThat(gatling.output())
          .contains("through the proxy http://127.0.0.1:" + proxy.port())
          .doesNotContain("s3cret");
      try (Stream<Path> files = Files.walk(ledger.folder().path())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), "ISO-8859-1")).doesNotContain("s3cret");
        }
      }
    }
  }

  @Test
  void aProxyThatIsNotThereIsRefusedInOneSentence() throws Exception {
    int nobody = FreePort.find();
    try (GatlingProcess gatling = start(80, nobody)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(69);
      assertThat(gatling.output())
          .endsWith(
              ("\nhttp://my_server:80 accepts no connection within 3 s (preflight): refused,"
                      + " connecting to the proxy 127.0.0.1:%d.\n")
                  .formatted(nobody));
    }
  }
}
