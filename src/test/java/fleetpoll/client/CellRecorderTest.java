package fleetpoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellRecorderTest {

  private static final long ANCHOR = Long.MAX_VALUE - 10;

  private final CellRecorder recorder = new CellRecorder(Instant.ofEpochSecond(1), ANCHOR);

  private void record(long sent, long end, Outcome outcome, String message) {
    recorder.record(ANCHOR + sent, ANCHOR + end, outcome, message);
  }

  @Test
  void wallIsFromTheFirstSendingToTheLastEndWhoeverFailed() {
    record(7_000, 20_000, Outcome.OK, null);
    record(5_000, 8_000, Outcome.TIMEOUT, "late");
    record(6_000, 9_000, Outcome.OK, null);

    CellResult result = recorder.result();

    assertThat(result.firstSentEpochMicros()).isEqualTo(1_000_005);
    assertThat(result.wallNanos()).isEqualTo(15_000);
    assertThat(result.ok()).isEqualTo(2);
    assertThat(result.okLatencyNanos()).isEqualTo(16_000);
  }

  @Test
  void failuresAreCountedByReasonAndTheFirstIsRemembered() {
    record(1, 2, Outcome.status(503), "first");
    record(1, 2, Outcome.status(503), "second");
    record(1, 2, Outcome.REFUSED, null);

    CellResult result = recorder.result();

    assertThat(result.koBy()).isEqualTo(Map.of("status 503", 2L, "refused", 1L));
    assertThat(result.ko()).isEqualTo(3);
    assertThat(result.firstError()).isEqualTo("first");
  }
}
