package fleetpoll.compare;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.Unit;
import fleetpoll.settings.Tolerance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An earlier run as a limit for this one. It is a limit and no test: one run against one, whose
 * difference may be chance; the tolerance is what chance is granted.
 *
 * @param run the earlier one, a valid one
 */
public record Baseline(Run run, Tolerance tolerance) {

  private static final double BYTES_PER_MEGABYTE = 1e6;

  /**
   * A check for each figure that the baseline has and for which there is a tolerance; a figure that
   * {@code current} does not have fails. Throughput has none: it follows from success, missed and
   * the schedule.
   */
  public List<Check> checks(Run current) {
    Stream<Check> ofEndpoints =
        run.endpoints().stream().map(EndpointTotals::name).flatMap(name -> of(name, current));
    Stream<Check> ofServer = Stream.of(cpu(current), memory(current));
    return Stream.concat(ofEndpoints, ofServer).filter(Objects::nonNull).toList();
  }

  private Stream<Check> of(String endpoint, Run current) {
    Times times = new Times(endpoint, current);
    return Stream.of(
        success(endpoint, current),
        missed(endpoint, current),
        times.check(Figure.SERVICE_P50, "p50", "p50 service time", tolerance.p50Percent()),
        times.check(Figure.SERVICE_P95, "p95", "p95 service time", tolerance.p95Percent()),
        times.check(Figure.SERVICE_P99, "p99", "p99 service time", tolerance.p99Percent()),
        times.check(
            Figure.RESPONSE_P50, "response.p50", "p50 response time", tolerance.p50Percent()),
        times.check(
            Figure.RESPONSE_P95, "response.p95", "p95 response time", tolerance.p95Percent()),
        times.check(
            Figure.RESPONSE_P99, "response.p99", "p99 response time", tolerance.p99Percent()));
  }

  private Check success(String endpoint, Run current) {
    Double base = Figure.SUCCESS.of(run, endpoint);
    OptionalDouble points = tolerance.successPoints();
    return base == null || points.isEmpty()
        ? null
        : Check.atLeast(
            key(endpoint, "success"),
            "share of " + endpoint + "'s polls sent that succeeded",
            Math.max(0, base - points.getAsDouble()),
            Figure.SUCCESS.of(current, endpoint),
            Unit.PERCENT,
            Status.FAIL);
  }

  private Check missed(String endpoint, Run current) {
    Double base = Figure.MISSED.of(run, endpoint);
    OptionalDouble points = tolerance.missedPoints();
    return base == null || points.isEmpty()
        ? null
        : atMost(
            key(endpoint, "missed"),
            "share of " + endpoint + "'s planned polls that were missed",
            base + points.getAsDouble(),
            Figure.MISSED.of(current, endpoint),
            Unit.PERCENT);
  }

  private Check cpu(Run current) {
    Double base = Figure.CPU_PER_REQUEST.of(run, null);
    OptionalDouble percent = tolerance.cpuPercent();
    return base == null || percent.isEmpty()
        ? null
        : atMost(
            "baseline.cpu",
            "server's CPU time per request",
            more(base, percent.getAsDouble()),
            Figure.CPU_PER_REQUEST.of(current, null),
            Unit.MILLIS);
  }

  private Check memory(Run current) {
    Double base = Figure.PEAK_MEMORY.of(run, null);
    Double measured = Figure.PEAK_MEMORY.of(current, null);
    OptionalDouble percent = tolerance.memoryPercent();
    return base == null || percent.isEmpty()
        ? null
        : atMost(
            "baseline.memory",
            "server's peak memory",
            more(base, percent.getAsDouble()) * BYTES_PER_MEGABYTE,
            measured == null ? null : Double.valueOf(measured * BYTES_PER_MEGABYTE),
            Unit.BYTES);
  }

  private final class Times {

    private final String endpoint;
    private final Run current;

    Times(String endpoint, Run current) {
      this.endpoint = endpoint;
      this.current = current;
    }

    Check check(Figure figure, String key, String text, OptionalDouble percent) {
      Double base = figure.of(run, endpoint);
      if (base == null || percent.isEmpty()) {
        return null;
      }
      double floor = base + tolerance.floor().toNanos() / 1e6;
      return atMost(
          key(endpoint, key),
          text + " of " + endpoint,
          Math.max(floor, more(base, percent.getAsDouble())),
          figure.of(current, endpoint),
          Unit.MILLIS);
    }
  }

  private static double more(double base, double percent) {
    return base * (1 + percent / 100);
  }

  private static String key(String endpoint, String figure) {
    return "baseline." + endpoint.toLowerCase(Locale.ROOT) + "." + figure;
  }

  private static Check atMost(String key, String text, double limit, Double measured, Unit unit) {
    return Check.atMost(key, text, limit, measured, unit, Status.FAIL);
  }
}
