package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Masks;
import fleetpoll.process.ProgramName;
import fleetpoll.settings.ServerSettings;
import fleetpoll.trust.Trust;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WatchTest {

  /** An address that no machine has, by RFC 5737. */
  private static final URI REMOTE = URI.create("http://192.0.2.1:8000/base");

  private static final URI LOCAL = URI.create("http://127.0.0.1:1");
  private static final long OURS = ProcessHandle.current().pid();
  private static final String FOUND =
      "process %s, %s, and those below it".formatted(OURS, ProgramName.of(OURS).orElseThrow());

  private static Finding find(URI target, OptionalLong pid, ServerSettings server) {
    try (Watch watch = Watch.of(target, pid, server, Trust.OF_THE_JVM, Masks.STANDARD)) {
      assertThat(watch.happenings()).isEmpty();
      return watch.finding();
    }
  }

  @Test
  void aRemoteServerNeedsItsMetrics() {
    assertThat(find(REMOTE, OptionalLong.empty(), ServerSettings.UNSAID))
        .isEqualTo(
            new Finding(
                null,
                "The server is on another machine: run a Prometheus node exporter there and give"
                    + " -Dserver.metrics=http://192.0.2.1:9100/metrics.",
                false,
                false));
  }

  @Test
  void aTargetThatWasStartedIsKnown() {
    assertThat(find(LOCAL, OptionalLong.of(OURS), ServerSettings.UNSAID))
        .isEqualTo(new Finding(FOUND, null, true, false));
  }

  @Test
  void whatTheUserSaysGoesFirst() {
    ServerSettings byHand = new ServerSettings(OptionalLong.of(OURS), Optional.empty());
    URI nowhere = URI.create("http://127.0.0.1:1/metrics");
    ServerSettings metrics = new ServerSettings(OptionalLong.empty(), Optional.of(nowhere));

    assertThat(find(REMOTE, OptionalLong.empty(), byHand))
        .isEqualTo(new Finding(FOUND, null, true, false));
    assertThat(find(LOCAL, OptionalLong.of(OURS), metrics))
        .matches(finding -> finding.found() == null && finding.oneMachine())
        .extracting(Finding::advice)
        .asString()
        .contains("http://127.0.0.1:1/metrics cannot be read");
  }

  @Test
  void noSentenceShowsASecret() {
    URI secret = URI.create("http://127.0.0.1:1/metrics?token=s3cret");
    ServerSettings metrics = new ServerSettings(OptionalLong.empty(), Optional.of(secret));

    assertThat(find(LOCAL, OptionalLong.empty(), metrics).advice())
        .contains("http://127.0.0.1:1/metrics?token=*** cannot be read")
        .doesNotContain("s3cret");
  }

  @Test
  void aPortThatNobodyOwnsIsSaid() {
    assertThat(find(LOCAL, OptionalLong.empty(), ServerSettings.UNSAID))
        .matches(finding -> finding.found() == null && finding.oneMachine())
        .extracting(Finding::advice)
        .asString()
        .startsWith("Nobody listened on port 1 ");
  }

  /** As behind a tunnel that is not known as one. */
  @Test
  void metricsOfAnotherMachineSayThatTheServerIsThere() {
    URI elsewhere = URI.create("http://192.0.2.1:9100/metrics");
    ServerSettings metrics = new ServerSettings(OptionalLong.empty(), Optional.of(elsewhere));
    ServerSettings both = new ServerSettings(OptionalLong.of(OURS), Optional.of(elsewhere));

    assertThat(find(LOCAL, OptionalLong.empty(), metrics).oneMachine()).isFalse();
    assertThat(find(LOCAL, OptionalLong.empty(), both).oneMachine()).isFalse();
  }
}
