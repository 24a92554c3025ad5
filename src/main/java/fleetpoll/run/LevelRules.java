package fleetpoll.run;

import fleetpoll.run.Check.Status;
import fleetpoll.settings.LevelFigure;
import fleetpoll.settings.ServiceLevel;
import java.util.List;

/** Were the service levels met? One without data was not. */
record LevelRules(List<ServiceLevel> levels, Evidence evidence) {

  List<Check> checks() {
    return levels.stream().map(this::check).toList();
  }

  private Check check(ServiceLevel level) {
    return switch (level.figure()) {
      case SUCCESS ->
          Check.atLeast(
              level.key(),
              "share of polls sent that succeeded",
              level.limit(),
              Evidence.percent(
                  evidence.sum(EndpointTotals::ok), evidence.sum(EndpointTotals::sent)),
              Unit.PERCENT,
              Status.FAIL);
      case MISSED ->
          atMost(
              level,
              "share of planned polls that were missed",
              Evidence.percent(
                  evidence.sum(EndpointTotals::missed), evidence.sum(EndpointTotals::planned)),
              Unit.PERCENT);
      case SERVER_CPU -> atMost(level, "server's mean CPU", target().cpuCoresMean(), Unit.CORES);
      case SERVER_MEMORY ->
          atMost(level, "server's peak memory", bytes(target().rssBytesPeak()), Unit.BYTES);
      default -> time(level, level.endpoint().orElseThrow());
    };
  }

  private Check time(ServiceLevel level, String endpoint) {
    LevelFigure figure = level.figure();
    EndpointTotals totals =
        evidence.endpoints().stream()
            .filter(e -> e.name().equals(endpoint))
            .findFirst()
            .orElseThrow();
    String text = figure.isResponse() ? "response time of " : "service time of ";
    Latency latency = figure.isResponse() ? totals.response() : totals.service();
    return atMost(level, word(figure) + text + endpoint, millis(figure, latency), Unit.MILLIS);
  }

  private static String word(LevelFigure figure) {
    return switch (figure) {
      case SERVICE_P999, RESPONSE_P999 -> "p99.9 ";
      case SERVICE_MAX, RESPONSE_MAX -> "longest ";
      default -> figure.key().replace("response.", "") + " ";
    };
  }

  private static Double millis(LevelFigure figure, Latency latency) {
    return switch (figure) {
      case SERVICE_MEAN, RESPONSE_MEAN -> latency.meanMs();
      case SERVICE_P50, RESPONSE_P50 -> latency.p50Ms();
      case SERVICE_P90, RESPONSE_P90 -> latency.p90Ms();
      case SERVICE_P95, RESPONSE_P95 -> latency.p95Ms();
      case SERVICE_P99, RESPONSE_P99 -> latency.p99Ms();
      case SERVICE_P999, RESPONSE_P999 -> latency.p999Ms();
      case SERVICE_MAX, RESPONSE_MAX -> latency.maxMs();
      default -> throw new IllegalArgumentException(figure + " is no time of an endpoint");
    };
  }

  private Usage target() {
    return evidence.resources().target();
  }

  private static Double bytes(Long bytes) {
    return bytes == null ? null : Double.valueOf(bytes);
  }

  private static Check atMost(ServiceLevel level, String text, Double measured, Unit unit) {
    return Check.atMost(level.key(), text, level.limit(), measured, unit, Status.FAIL);
  }
}
