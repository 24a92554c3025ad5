package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.study.ConcurrencyFit.Point;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcurrencyFitTest {

  private static List<Point> points(double a, double b, int... limits) {
    return Arrays.stream(limits)
        .mapToObj(m -> new Point(m, 1 + a * (m - 1) + b * m * (m - 1.0)))
        .toList();
  }

  private static ConcurrencyFit fit(List<Point> points) {
    return ConcurrencyFit.of(points).orElseThrow();
  }

  @Test
  void findsTheNumbersThatThePointsAreMadeOf() {
    ConcurrencyFit fit = fit(points(1e-4, 2e-8, 1, 100, 1_000, 5_000));

    assertThat(fit.contention()).isCloseTo(1e-4, within(1e-9));
    assertThat(fit.coherency()).isCloseTo(2e-8, within(1e-12));
    assertThat(fit.x(1)).isEqualTo(1);
    assertThat(fit.greatestLimit()).isEqualTo(5_000);
  }

  @Test
  void neitherNumberIsNegative() {
    ConcurrencyFit concave =
        fit(List.of(new Point(100, 1.5), new Point(1_000, 1.6), new Point(5_000, 1.7)));
    ConcurrencyFit convex =
        fit(List.of(new Point(100, 1), new Point(1_000, 1), new Point(5_000, 3)));
    ConcurrencyFit faster = fit(List.of(new Point(100, 0.99), new Point(1_000, 0.98)));

    assertThat(concave.coherency()).isZero();
    assertThat(concave.contention()).isPositive();
    assertThat(convex.contention()).isZero();
    assertThat(convex.coherency()).isPositive();
    assertThat(faster.x(1_000)).isEqualTo(1);
  }

  @Test
  void besidesOneLimitOnlyOneNumberCanBeTold() {
    ConcurrencyFit fit = fit(List.of(new Point(1, 1.01), new Point(100, 1.99)));

    assertThat(fit.contention()).isCloseTo(0.01, within(1e-12));
    assertThat(fit.coherency()).isZero();
  }

  @Test
  void errorsAreRelative() {
    ConcurrencyFit fit =
        fit(
            Stream.of(0.9, 1.1).map(error -> new Point(1_001, 11 * error)).toList().stream()
                .flatMap(point -> Stream.of(point, new Point(2, 1)))
                .toList());

    assertThat(fit.x(1_001)).isBetween(9.9, 11.0);
  }

  @Test
  void oneLimitIsNoLine() {
    assertThat(ConcurrencyFit.of(List.of(new Point(100, 1.1), new Point(100, 1.2)))).isEmpty();
    assertThat(ConcurrencyFit.of(List.of())).isEmpty();
  }

  @Test
  void twiceTheLimitIsNotWorthItWhereThroughputIsFlat() {
    // Throughput m/x(m) has its greatest value at m = sqrt((1 - a)/b) = 1,000.
    ConcurrencyFit fit = fit(points(0, 1e-6, 100, 1_000, 5_000));

    assertThat(fit.worthwhileLimit().orElseThrow()).isBetween(600, 700);
    assertThat(2 * fit.x(600) / fit.x(1_200)).isGreaterThan(1.05);
    assertThat(2 * fit.x(700) / fit.x(1_400)).isLessThan(1.05);
  }

  @Test
  void whatLiesBeyondTheMeasuredLimitsIsNotSaid() {
    // It is 650 or so, but twice as much was not measured.
    assertThat(fit(points(0, 1e-6, 100, 1_000)).worthwhileLimit()).isEmpty();
    assertThat(fit(points(0, 1e-6, 100, 1_000)).covers(1_000)).isTrue();
    assertThat(fit(points(0, 1e-6, 100, 1_000)).covers(1_001)).isFalse();
  }

  @Test
  void throughAsManyCellsAsItHasNumbersItIsForced() {
    assertThat(fit(points(1e-4, 2e-8, 100, 1_000)).isForced()).isTrue();
    assertThat(fit(points(1e-4, 2e-8, 100, 500, 1_000)).isForced()).isFalse();
    assertThat(fit(points(1e-4, 0, 1, 1_000)).cells()).isEqualTo(2);
  }
}
