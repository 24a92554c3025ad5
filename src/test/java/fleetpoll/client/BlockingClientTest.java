package fleetpoll.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.SeededDelay;
import fleetpoll.server.TargetServer;
import fleetpoll.trust.Trust;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockingClientTest {

  private static CellTask task(String root, long requests, int limit) {
    return new CellTask(
        "cell-1",
        root + "/delay?min=1ms&max=2ms&seed=7&i=",
        root + "/delay?min=0&max=0",
        requests,
        limit,
        200,
        OptionalLong.of(100),
        Duration.ofSeconds(30),
        Trust.OF_THE_JVM);
  }

  @ParameterizedTest
  @EnumSource(ThreadKind.class)
  void everyIndexIsRequestedOnceOnAsManyConnectionsAsThereArePlaces(ThreadKind kind)
      throws Exception {
    assumeThat(kind.factory()).as("this JDK has threads of kind " + kind).isPresent();
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      CellResult result = BlockingClient.run(task(target.uri().toString(), 60, 4), kind).result();

      assertThat(result.ok()).isEqualTo(60);
      assertThat(result.koBy()).isEmpty();
      Counts counts = Counts.of(target.uri());
      SeededDelay delay = new SeededDelay(1_000_000, 2_000_000, 7);
      assertThat(counts.measured().requestsByDevice()).isEqualTo(Map.of("cell-1", 60L));
      assertThat(counts.measured().delayNanosByDevice())
          .isEqualTo(Map.of("cell-1", LongStream.range(0, 60).map(delay::nanos).sum()));
      assertThat(counts.measured().connectionsByDevice().get("cell-1")).isLessThanOrEqualTo(4);
      assertThat(counts.warmUp().requestsByDevice()).isEqualTo(Map.of("cell-1", 1L));
    }
  }

  @Test
  void morePlacesThanRequestsAreNoMoreThreads() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN)) {
      CellTask task = task(target.uri().toString(), 2, 1_000);

      assertThat(task.places()).isEqualTo(2);
      assertThat(BlockingClient.run(task, ThreadKind.PLATFORM).result().ok()).isEqualTo(2);
    }
  }
}
