package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
