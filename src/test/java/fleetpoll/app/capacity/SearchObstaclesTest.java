package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchObstaclesTest {

  @TempDir Path folder;

  /** With a search that is not there and a port that is taken. */
  private List<String> obstacles(Map<String, String> more) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Map<String, String> properties = new HashMap<>();
      properties.put("live.port", port);
      properties.put("capacity.resume", folder.resolve("missing").toString());
      properties.put("target", "http://127.0.0.1:" + port);
      properties.putAll(more);
      return SearchObstacles.besides(properties);
    }
  }

  @Test
  void areTheMachinesAndTheFoldersToo() throws Exception {
    assertThat(
            obstacles(
                Map.of(
                    "capacity.from", "100000",
                    "capacity.to", "90000",
                    "capacity.trials", "1",
                    "devices", "7",
                    "slo.success", "none",
                    "slo.missed", "none")))
        .anyMatch(obstacle -> obstacle.startsWith("capacity.to: 90,000 devices need "))
        .anyMatch(obstacle -> obstacle.matches("capacity.resume: .*missing contains no search .*"))
        .anyMatch(obstacle -> obstacle.startsWith("live.port: 127.0.0.1:"));
  }

  @Test
  void aSmallestFleetThatIsTooSmallIsOne() throws Exception {
    assertThat(obstacles(Map.of("capacity.trials", "0", "interval", "10 s")))
        .anyMatch(obstacle -> obstacle.startsWith("capacity.from: a trial of 50 devices has "));
  }

  @Test
  void aSmallestFleetThatIsNotKnownIsNone() throws Exception {
    assertThat(obstacles(Map.of("capacity.from", "x")))
        .noneMatch(obstacle -> obstacle.startsWith("capacity.from"));
    assertThat(obstacles(Map.of("capacity.trials", "0")))
        .noneMatch(obstacle -> obstacle.startsWith("capacity.from"));
  }

  @Test
  void haveAHeadlineOfTheirOwn() {
    assertThat(SearchObstacles.lines(Map.of("capacity.trials", "0"))).isEmpty();
    assertThat(
            SearchObstacles.lines(
                Map.of("capacity.trials", "0", "capacity.resume", folder.toString())))
        .hasSize(2)
        .first()
        .isEqualTo("What else keeps it from starting:");
  }

  @Test
  void areToldAsFarAsTheRightParametersAllow() throws Exception {
    assertThat(obstacles(Map.of("interval", "0", "capacity.to", "x")))
        .noneMatch(obstacle -> obstacle.contains("devices need"))
        .anyMatch(obstacle -> obstacle.startsWith("capacity.resume: "))
        .anyMatch(obstacle -> obstacle.startsWith("live.port: 127.0.0.1:"));
  }
}
