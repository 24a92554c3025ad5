package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonReaderTest {

  @TempDir Path directory;

  @Test
  void oneServerOnceUnlessToldOtherwise() {
    assertThat(new Workspace(directory).load().comparison())
        .isEqualTo(new ComparisonSettings(List.of("embedded"), 1, Duration.ofSeconds(5), false));
  }

  @Test
  void serversInTheirOrderFromTheCommandLine() {
    FleetSettings settings =
        new Workspace(directory)
            .load("target=http://h:1/, embedded", "compare.rounds=3", "compare.cool-down=0 s");

    assertThat(settings.comparison())
        .isEqualTo(
            new ComparisonSettings(List.of("http://h:1/", "embedded"), 3, Duration.ZERO, false));
    assertThat(settings.comparison().runs()).isEqualTo(6);
    assertThat(settings.target()).isEqualTo(new TargetSettings.Running(URI.create("http://h:1")));
  }

  @Test
  void everyRoundBeginsWithTheNextServer() {
    ComparisonSettings three =
        new ComparisonSettings(List.of("a", "b", "c"), 4, Duration.ZERO, false);

    assertThat(three.order(1)).containsExactly("a", "b", "c");
    assertThat(three.order(2)).containsExactly("b", "c", "a");
    assertThat(three.order(3)).containsExactly("c", "a", "b");
    assertThat(three.order(4)).containsExactly("a", "b", "c");
  }

  @Test
  void serversInTheirOrderFromAFile() {
    assertThat(
            new Workspace(directory)
                .loadProfile("target = [embedded, \"http://h:1\"]")
                .comparison()
                .targets())
        .containsExactly("embedded", "http://h:1");
  }

  @Test
  void everyServerMustBeOneAndNoneTwice() {
    assertThat(new Workspace(directory).problems("target=embedded,nowhere,embedded"))
        .hasSize(2)
        .anyMatch(
            line ->
                line.startsWith("target = nowhere (-Dtarget): must be embedded, a server to start"))
        .contains("target = embedded,nowhere,embedded (-Dtarget): names embedded twice");
  }

  @Test
  void someServerMustBeNamed() {
    assertThat(new Workspace(directory).problemsOfProfile("target = []"))
        .containsExactly("target = [] (p.conf:1): must name a server");
    assertThat(new Workspace(directory).problemsOfProfile("target { a = b }"))
        .containsExactly(
            "target = {\"a\":\"b\"} (p.conf:1): must be a single value, not an object");
  }

  @Test
  void roundsAndCoolDownHaveBounds() {
    assertThat(
            new Workspace(directory)
                .problems("compare.rounds=0", "compare.cool-down=2 h", "compare.force=perhaps"))
        .containsExactly(
            "compare.rounds = 0 (-Dcompare.rounds): must be a whole number from 1 to 100",
            "compare.cool-down = 2 h (-Dcompare.cool-down): must be 0 s to 1 h",
            "compare.force = perhaps (-Dcompare.force): must be true or false");
  }

  @Test
  void oneProcessIsNotSeveralServers() {
    assertThat(new Workspace(directory).problems("target=embedded,http://h:1", "server.pid=1"))
        .containsExactly(
            "server.pid = 1 (-Dserver.pid): must be none if target names several servers: it is"
                + " the process of one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1:8000,http://10.0.0.2:8000",
        "embedded,http://server-2:8000",
        "http://10.0.0.1,http://10.0.0.1:81,http://[2001:db8::1]",
        "http://server_1,http://server_2"
      })
  void oneMachineIsNotThatOfServersOfSeveralHosts(String target) {
    assertThat(
            new Workspace(directory)
                .problems("target=" + target, "server.metrics=http://10.0.0.1:9100/metrics"))
        .containsExactly(
            "server.metrics = http://10.0.0.1:9100/metrics (-Dserver.metrics): must be none if"
                + " target names servers of several hosts: the figures are those of one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1:8000,https://10.0.0.1:8001",
        "http://server-1:8000,http://Server-1:8001",
        "embedded,http://127.0.0.1:8000,http://localhost:8001,http://[::1]:8002",
        "http://server-1:8000"
      })
  void oneMachineMayHaveSeveralServers(String target) {
    assertThat(
            new Workspace(directory)
                .load("target=" + target, "server.metrics=http://10.0.0.1:9100/metrics")
                .server()
                .metrics())
        .isPresent();
  }
}
