package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.FleetRecorder;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.ResourceExamples;
import fleetpoll.settings.FleetSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final long SECOND = 1_000_000_000;

  private final List<String> console = new ArrayList<>();
  private long nowNanos;

  private void poll(FleetSettings settings, int seconds) {
    ProgressLines lines =
        new ProgressLines(settings, new FleetRecorder(settings), () -> nowNanos, console::add);
    for (int second = 0; second <= seconds; second++) {
      nowNanos = second * SECOND;
      int now = second;
      lines.accept(
          ResourceExamples.samples(second).stream()
              .filter(sample -> sample.atNanos() == now * SECOND)
              .toList());
    }
  }

  @Test
  void aLineEveryFiveSecondsFromTheWindowsStart() {
    poll(FleetExamples.fleet(2, Duration.ofSeconds(60), Duration.ofMillis(500)), 11);

    assertThat(console).hasSize(2);
    assertThat(console.get(0))
        .startsWith("[0:05, 0:55 left] 0/s, ok -, missed 0 | total 0 | server 0.3");
    assertThat(console.get(1)).startsWith("[0:10, 0:50 left] 0/s");
  }

  @Test
  void linesLieOnTheGridOfTheMeasuredWindowAlsoAfterAWarmUp() {
    poll(
        FleetExamples.warmedUp(
            FleetExamples.fleet(2, Duration.ofSeconds(60), Duration.ofMillis(500)),
            Duration.ofSeconds(3)),
        8);

    assertThat(console).singleElement().asString().startsWith("[0:05, 0:55 left]");
  }
}
