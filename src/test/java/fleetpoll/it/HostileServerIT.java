package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that means harm spoils neither the run nor a page. */
class HostileServerIT {

  private static final String ATTACK = "<script>document.title='owned'</script>";
  private static final int TEN_MEGABYTES = 10_000_000;

  @TempDir Path folder;

  @Test
  void whatItSaysIsCountedAndNeverRuns() throws Exception {
    try (HostileServer target = HostileServer.start(HostileServerIT::answer);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "devices=3",
                "duration=3s",
                "warm-up=1s",
                "timeout=2s",
                "mix=1:1")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances();

      assertThat(ledger.koBy("device-0001").keySet()).containsExactly("status 500");
      assertThat(ledger.row("device-0002", "A").ok()).isZero();
      assertThat(ledger.koBy("device-0003").keySet()).containsExactly("length");
      assertThat(Files.readString(gatling.runFolder().devicesPage())).doesNotContain(ATTACK);
      assertThat(Files.size(gatling.runFolder().devicesPage())).isLessThan(1_000_000);
    }
  }

  private static byte[] answer(HostileServer.Asked asked) {
    String answer =
        switch (asked.device()) {
          case "device-0001" ->
              "HTTP/1.1 500 " + ATTACK + "\r\nX-" + ATTACK + ": 1\r\nContent-Length: 0\r\n\r\n";
          case "device-0002" ->
              "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: "
                  + "<".repeat(TEN_MEGABYTES)
                  + "\r\n\r\n";
          default ->
              "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(ATTACK.length(), ATTACK);
        };
    return answer.getBytes(StandardCharsets.ISO_8859_1);
  }
}
