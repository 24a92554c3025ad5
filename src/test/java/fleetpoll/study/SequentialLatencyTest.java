package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SequentialLatencyTest {

  private static final long BEGUN = -5;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final List<Long> sent = new ArrayList<>();
  private long now = BEGUN;

  /** Measures a server by how long each request takes; request 0 has gone before. */
  private long measured(LongUnaryOperator latencyNanos) throws Exception {
    now += latencyNanos.applyAsLong(0);
    return SequentialLatency.nanos(
        i -> {
          sent.add(i);
          now += latencyNanos.applyAsLong(i);
        },
        () -> now,
        BEGUN);
  }

  @Test
  void theRequestsOfAColdStartAreNotMeasured() throws Exception {
    assertThat(measured(i -> i < 300 ? 3 * MILLI : MILLI / 2)).isEqualTo(MILLI / 2);
    assertThat(sent).hasSize(999).startsWith(1L).endsWith(999L).doesNotHaveDuplicates();
  }

  @Test
  void warmUpAndMeasurementAreBoundedInTime() throws Exception {
    assertThat(measured(i -> 25 * MILLI)).isEqualTo(25 * MILLI);
    assertThat(sent).hasSize(39 + 40);
  }

  @Test
  void aSlowServerIsWarmAfterOneRequestAndMeasuredByTen() throws Exception {
    assertThat(measured(i -> 2 * SECOND)).isEqualTo(2 * SECOND);
    assertThat(sent).hasSize(SequentialLatency.LEAST_MEASURED);
  }

  @Test
  void whatRequestsOrdinarilyDifferByCounts() throws Exception {
    assertThat(measured(i -> i % 10 == 0 ? 5 * MILLI : MILLI / 2)).isBetween(900_000L, MILLI);
  }

  @Test
  void oneStallDoesNotCount() throws Exception {
    assertThat(measured(i -> i == 600 ? SECOND / 4 : MILLI)).isEqualTo(MILLI);
    assertThat(measured(i -> i == 5 ? 20 * SECOND : 2 * SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void aRequestThatFailsEndsIt() {
    assertThatThrownBy(
            () ->
                SequentialLatency.nanos(
                    i -> {
                      sent.add(i);
                      throw new IOException("status 404");
                    },
                    () -> now,
                    BEGUN))
        .isInstanceOf(IOException.class);
    assertThat(sent).containsExactly(1L);
  }
}
