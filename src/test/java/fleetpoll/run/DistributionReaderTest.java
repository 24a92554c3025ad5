package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionReaderTest {

  private static final long MILLI = 1_000_000;

  @TempDir Path path;

  @Test
  void theDevicesAreAddedUpByEndpointAndMeasure() throws IOException {
    List<Distribution> distributions = store(new int[] {4, 4, 4}, new int[] {400});

    assertThat(distributions)
        .extracting(each -> each.endpoint() + "/" + each.measure())
        .containsExactly("A/service", "A/response", "B/service", "B/response");
    Distribution service = distributions.get(0);
    assertThat(service.count()).isEqualTo(4);
    assertThat(service.millisAt(75)).isBetween(3.96, 4.04);
    assertThat(service.millisAt(100)).isBetween(396.0, 404.0);
    assertThat(distributions.get(1).millisAt(50)).isBetween(4.95, 5.05);
    assertThat(distributions.get(2).count()).isZero();
  }

  @Test
  void aMissingOrForeignLogIsSaid() throws IOException {
    RunFolder folder = new RunFolder(path);

    assertThatThrownBy(folder::distributions).isInstanceOf(NoSuchFileException.class);
    Files.writeString(path.resolve("polls.hlog"), "Tag=0/A/service,0,1,2,no histogram\n");
    assertThatThrownBy(folder::distributions)
        .isInstanceOf(IOException.class)
        .hasMessage("polls.hlog is damaged: after 0 histograms: there is no whole histogram");
    Files.writeString(path.resolve("polls.hlog"), "\u00e4\u0000\"unfinished");
    assertThatThrownBy(folder::distributions).isInstanceOf(IOException.class);
  }

  /** Polls of A only, with these service times of one device each; each poll is sent 1 ms late. */
  private List<Distribution> store(int[]... serviceMillis) throws IOException {
    FleetRecorder fleet =
        new FleetRecorder(
            FleetExamples.fleet(
                serviceMillis.length, Duration.ofSeconds(10), Duration.ofMillis(500)));
    for (int device = 0; device < serviceMillis.length; device++) {
      long tick = 0;
      for (int millis : serviceMillis[device]) {
        long due = fleet.device(device).dueNanos(tick++);
        fleet
            .device(device)
            .record(
                new Poll(
                    0,
                    due,
                    due,
                    due + MILLI,
                    due + MILLI + millis * MILLI,
                    100,
                    160,
                    Opening.NONE,
                    Outcome.OK,
                    null));
      }
    }
    new HistogramLog(path.resolve("polls.hlog"))
        .write(
            fleet,
            List.of("device-0001", "device-0002"),
            List.of("A", "B"),
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(10));
    return new RunFolder(path).distributions();
  }
}
