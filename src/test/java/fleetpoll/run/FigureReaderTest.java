package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Figure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureReaderTest {

  private static final Latency SERVICE = new Latency(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
  private static final Latency RESPONSE =
      new Latency(11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0);
  private static final Latency NONE = new Latency(null, null, null, null, null, null, null, null);
  private static final Usage SERVER =
      new Usage(1.5, 1.9, 1L, 92_000_000L, null, null, null, null, null, null, null);
  private static final Resources RESOURCES =
      new Resources(
          "a server", null, true, SERVER, Usage.UNKNOWN, Usage.UNKNOWN, 100.0, 0.28, 184.0);
  private static final Resources UNKNOWN =
      new Resources(null, "advice", true, null, null, null, null, null, null);
  private static final Run RUN =
      ResourceExamples.run(
          List.of(
              endpoint("A", 200, 100, 75, SERVICE, RESPONSE), endpoint("B", 0, 0, 0, NONE, NONE)),
          RESOURCES,
          Duration.ofSeconds(10));

  private static EndpointTotals endpoint(
      String name, long planned, long sent, long ok, Latency service, Latency response) {
    return new EndpointTotals(
        name,
        planned,
        sent,
        planned - sent,
        ok,
        sent - ok,
        3L,
        0L,
        planned == 0 ? null : Double.valueOf(600),
        0.0,
        0,
        null,
        Map.of(),
        Map.of(),
        service,
        response,
        NONE,
        null,
        null,
        true);
  }

  @Test
  void eachHasAKeyAndATextOfItsOwn() {
    assertThat(Figure.values()).extracting(Figure::key).doesNotHaveDuplicates();
    assertThat(Figure.values()).extracting(Figure::text).doesNotHaveDuplicates();
  }

  @Test
  void eachIsReadFromARunAndHasItsUnitAndDirectionAndWords() {
    assertThat(Figure.values())
        .extracting(
            figure ->
                "%s: %s %s, %s is better: %s"
                    .formatted(
                        figure.key(),
                        RUN.figure(figure, "A"),
                        figure.unit(),
                        figure.lessIsBetter() ? "less" : "more",
                        figure.words("A")))
        .containsExactly(
            "success: 75.0 PERCENT, more is better: share of A's polls sent that succeeded",
            "missed: 50.0 PERCENT, less is better: share of A's planned polls that were missed",
            "unanswered: 3.0 COUNT, less is better: number of A's planned polls that no success"
                + " followed",
            "silence: 600.0 MILLIS, less is better: longest time that a device went without a"
                + " success of A",
            "throughput: 7.5 PER_SECOND, more is better: number of A's successes per second",
            "p50: 3.0 MILLIS, less is better: p50 service time of A",
            "p90: 4.0 MILLIS, less is better: p90 service time of A",
            "p95: 5.0 MILLIS, less is better: p95 service time of A",
            "p99: 6.0 MILLIS, less is better: p99 service time of A",
            "p999: 7.0 MILLIS, less is better: p99.9 service time of A",
            "max: 8.0 MILLIS, less is better: longest service time of A",
            "mean: 2.0 MILLIS, less is better: mean service time of A",
            "response.p50: 13.0 MILLIS, less is better: p50 response time of A",
            "response.p90: 14.0 MILLIS, less is better: p90 response time of A",
            "response.p95: 15.0 MILLIS, less is better: p95 response time of A",
            "response.p99: 16.0 MILLIS, less is better: p99 response time of A",
            "response.p999: 17.0 MILLIS, less is better: p99.9 response time of A",
            "response.max: 18.0 MILLIS, less is better: longest response time of A",
            "response.mean: 12.0 MILLIS, less is better: mean response time of A",
            "server.cpu: 1.5 CORES, less is better: server's mean CPU",
            "server.cpu-per-request: 0.28 MILLIS, less is better: server's CPU time per request",
            "server.memory: 9.2E7 BYTES, less is better: server's peak memory",
            "server.memory-per-thousand: 1.84E8 BYTES, less is better:"
                + " server's memory per 1,000 devices");
  }

  @Test
  void countsAndTheServersFiguresAreAlsoTheWholeFleetsAndTimesAreNot() {
    EndpointTotals a = endpoint("A", 200, 100, 75, SERVICE, RESPONSE);
    EndpointTotals b = endpoint("B", 200, 200, 150, SERVICE, RESPONSE);
    Run run = ResourceExamples.run(List.of(a, b), RESOURCES, Duration.ofSeconds(10));

    assertThat(run.figure(Figure.SUCCESS)).isEqualTo(75.0);
    assertThat(run.figure(Figure.MISSED)).isEqualTo(25.0);
    assertThat(run.figure(Figure.UNANSWERED)).isEqualTo(6.0);
    assertThat(run.figure(Figure.SILENCE)).isEqualTo(600.0);
    assertThat(run.figure(Figure.THROUGHPUT)).isEqualTo(22.5);
    assertThat(run.figure(Figure.PEAK_MEMORY)).isEqualTo(92e6);
    assertThat(run.figure(Figure.SERVICE_P99)).isNull();
    assertThat(Figure.SUCCESS.words(null)).isEqualTo("share of polls sent that succeeded");
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void whatIsNotMeasuredIsNull(Figure figure) {
    Run nothing = ResourceExamples.run(RUN.endpoints(), UNKNOWN, Duration.ZERO);

    assertThat(nothing.figure(figure, "B")).isNull();
    if (figure.kind() != Kind.SERVER) {
      assertThat(RUN.figure(figure, "C")).isNull();
    }
  }
}
