package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Connections;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTextTest {

  private static final Latency UNKNOWN =
      new Latency(null, null, null, null, null, null, null, null);
  private static final Connections NONE = new Connections(0, null, null, 0, null, null);

  private static List<String> text(EndpointTotals... endpoints) {
    List<String> all = lines(endpoints);
    return all.subList(1, all.size());
  }

  private static List<String> lines(EndpointTotals... endpoints) {
    return ConnectionText.of(
        ResourceExamples.run(
            Arrays.asList(endpoints), ResourceExamples.UNKNOWN, Duration.ofSeconds(10)));
  }

  private static EndpointTotals endpoint(Connections window, Connections warmUp) {
    return new EndpointTotals(
        "A",
        9,
        9,
        0,
        9,
        0,
        0L,
        0L,
        500.0,
        0.0,
        900,
        window == null ? null : Long.valueOf(1_400_000),
        Map.of(),
        Map.of(),
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        window,
        warmUp,
        true);
  }

  private static Connections plain(long opened, double meanMs, double maxMs) {
    return new Connections(opened, meanMs, maxMs, 0, null, null);
  }

  @Test
  void whatIsReceivedIsThatOfAllEndpoints() {
    assertThat(lines(endpoint(NONE, NONE), endpoint(NONE, NONE)))
        .first()
        .isEqualTo("Received on the wire: 2.80 MB, headers and framing included");
    assertThat(lines(endpoint(NONE, NONE), endpoint(null, null)))
        .first()
        .isEqualTo("Received on the wire: -");
  }

  @Test
  void aFleetWithoutAWarmUpHasASimpleSentence() {
    assertThat(text(endpoint(plain(500, 0.1234, 1.3), NONE), endpoint(NONE, NONE)))
        .containsExactly(
            "Connections opened: 500, connecting took 0.12 ms on average, 1.3 ms at most");
    assertThat(text(endpoint(NONE, NONE))).containsExactly("Connections opened: none");
  }

  @Test
  void whatTheWarmUpOpenedIsCountedApart() {
    assertThat(text(endpoint(NONE, plain(1_500, 0.1, 1.3))))
        .containsExactly(
            "Connections opened: 1,500 in the warm-up, connecting took 0.1 ms on average, 1.3 ms at"
                + " most; none in the measured window");
    assertThat(text(endpoint(NONE, plain(5, 0.1, 1.3)), endpoint(plain(3, 40, 90), NONE)))
        .containsExactly(
            "Connections opened: 5 in the warm-up, connecting took 0.1 ms on average, 1.3 ms at"
                + " most; 3 in the measured window, connecting took 40 ms on average, 90 ms at"
                + " most");
  }

  @Test
  void handshakesHaveALineIfThereWereAny() {
    Connections secured = new Connections(5, 0.1, 1.3, 4, 2.5, 9.75);

    assertThat(text(endpoint(NONE, secured)))
        .hasSize(2)
        .contains(
            "TLS handshakes: 4 in the warm-up, they took 2.5 ms on average, 9.75 ms at most; none"
                + " in the measured window");
    assertThat(text(endpoint(secured, NONE)))
        .contains("TLS handshakes: 4, they took 2.5 ms on average, 9.75 ms at most");
  }

  @Test
  void percentilesOfHandshakesAreThoseOfTheFleet() {
    Connections secured = new Connections(5, 0.1, 1.3, 4, 2.5, 9.75);
    Run run =
        ResourceExamples.run(
            List.of(endpoint(secured, NONE)),
            new Connections.Handshakes(
                4, new Latency(1.0, 2.5, 2.0, 8.0, 8.0, 9.0, 9.75, 9.75), 0, UNKNOWN),
            ResourceExamples.UNKNOWN,
            Duration.ofSeconds(10));

    assertThat(ConnectionText.of(run))
        .contains(
            "TLS handshakes: 4, they took 2.5 ms on average, p50 2 ms, p99 9 ms, 9.75 ms at most");
  }

  @Test
  void whatAnEarlierFleetpollDidNotCountIsNotNone() {
    assertThat(text(endpoint(null, null))).containsExactly("Connections opened: -");
    assertThat(text(endpoint(NONE, NONE), endpoint(null, null)))
        .containsExactly("Connections opened: -");
  }
}
