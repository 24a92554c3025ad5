package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that means harm spoils neither the run nor a page. */
class HostileServerIT {

  private static final String ATTACK = "<script>document.title='owned'</script>";

  /** Gatling's own, binary. */
  private static final String LOG = "simulation.log";

  private static final int TEN_MEGABYTES = 10_000_000;

  @TempDir Path folder;

  /** It would rename a terminal's window. */
  private static final String ESCAPE = "\u001b]0;OWNED";

  private static final String FORMULA = "=HYPERLINK(1)";

  @Test
  void whatItSaysIsCountedAndNeverRuns() throws Exception {
    try (HostileServer target = HostileServer.start(HostileServerIT::answer);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "devices=4",
                "identities=" + identities(),
                "duration=3s",
                "warm-up=1s",
                "timeout=10s",
                "mix=1:1")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      Ledger ledger = new Ledger(gatling.runFolder()).balances();

      assertThat(ledger.koBy("device-0001").keySet()).containsExactly("status 500");
      assertThat(ledger.row("device-0002", "A").ok()).isZero();
      assertThat(ledger.koBy("device-0003").keySet()).containsExactly("length");
      assertThat(Files.readString(gatling.runFolder().devicesPage())).doesNotContain(ATTACK);
      assertThat(ledger.koBy(FORMULA).keySet()).containsExactly("other");
      assertThat(Files.readString(gatling.runFolder().path().resolve("errors.csv")))
          .contains("\n\"'" + FORMULA + "\",A,other", "\\u001b]0;OWNED");
      assertThat(gatling.output()).contains("OWNED").doesNotContain("\u001b");
      try (Stream<Path> files = Files.list(gatling.runFolder().path())) {
        assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith(LOG)))
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("\u001b"));
      }
      assertThat(Files.size(gatling.runFolder().devicesPage())).isLessThan(1_000_000);
    }
  }

  private Path identities() throws IOException {
    String rows = "id\ndevice-0001\ndevice-0002\ndevice-0003\n" + FORMULA + "\n";
    return Files.writeString(folder.resolve("ids.csv"), rows);
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
          case FORMULA -> "HTTP/" + ESCAPE + " 200 OK\r\n\r\n";
          default ->
              "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(ATTACK.length(), ATTACK);
        };
    return answer.getBytes(StandardCharsets.ISO_8859_1);
  }
}
