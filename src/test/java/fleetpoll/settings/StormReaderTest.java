package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StormReaderTest {

  private final Workspace workspace;

  StormReaderTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void thereAreNoneUnlessAskedFor() {
    assertThat(workspace.load().storm().at()).isEmpty();
  }

  @Test
  void instantsAreSortedAndCountOnce() {
    assertThat(workspace.load("storm.at=2 m, 30s,120s", "storm.jitter=250ms").storm())
        .isEqualTo(
            new StormSettings(
                List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)),
                Duration.ofSeconds(1),
                Duration.ofMillis(250)));
    assertThat(workspace.loadProfile("storm { at = [9 s], back-off = 0 s }").storm())
        .isEqualTo(new StormSettings(List.of(Duration.ofSeconds(9)), Duration.ZERO, Duration.ZERO));
  }

  @Test
  void everyStormLiesWithinTheRun() {
    assertThat(workspace.load("storm.at=69999ms", "duration=1", "ramp=10s").storm().at())
        .hasSize(1);
    assertThat(workspace.problems("storm.at=5s,70s", "duration=1", "ramp=10s"))
        .containsExactly(
            "storm.at = 5s,70s (-Dstorm.at): must lie within the run, which ends after 70.0 s");
  }

  @Test
  void everythingThatIsWrongIsSaid() {
    assertThat(workspace.problems("storm.at=soon,-1s", "storm.back-off=2 h", "storm.jitter=1"))
        .containsExactly(
            "storm.at = soon (-Dstorm.at): must be a duration, such as 250ms, 90s or 2 m: 0 s to"
                + " the end of the run",
            "storm.at = -1s (-Dstorm.at): must be 0 s to the end of the run",
            "storm.back-off = 2 h (-Dstorm.back-off): must be 0 s to 1 h",
            "storm.jitter = 1 (-Dstorm.jitter): needs a unit, such as 250ms, 90s or 2 m; must be"
                + " 0 s to 1 h");
  }
}
