package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.client.CellTask;
import fleetpoll.settings.StudyClient;
import fleetpoll.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClientCommandTest {

  private static List<String> words(StudyClient client, boolean verifies) {
    Cell cell = new Cell(client, 10, 2);
    CellTask task =
        new CellTask(
            cell.id(),
            "https://127.0.0.1:1/delay?i=",
            "https://127.0.0.1:1/delay",
            10,
            2,
            200,
            OptionalLong.empty(),
            Duration.ofSeconds(1),
            new Trust(verifies, Optional.empty()));
    return new ClientCommand(StudyExamples.settings().cell(), Path.of("results")).of(cell, task);
  }

  /** A run has it switched off in conf/gatling.conf. */
  @Test
  void gatlingsClientSpeaksTlsByOpenSsl() {
    assertThat(words(StudyClient.ASYNC, true)).contains("-Dgatling.ssl.useOpenSsl=true");
    assertThat(words(StudyClient.SYNC, true)).noneMatch(word -> word.startsWith("-Dgatling."));
  }

  @Test
  void gatlingsClientVerifiesAsTheStudyDoes() {
    assertThat(words(StudyClient.ASYNC, false))
        .contains(
            "-Dgatling.ssl.useInsecureTrustManager=true",
            "-Dgatling.http.enableHostnameVerification=false");
  }
}
