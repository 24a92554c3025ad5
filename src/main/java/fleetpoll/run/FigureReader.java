package fleetpoll.run;

import fleetpoll.figure.Count;
import fleetpoll.figure.Figure;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads the figures of a run.
 *
 * @param polls totals of the endpoints whose figures are read
 */
record FigureReader(Run run, List<EndpointTotals> polls) {

  /**
   * The value in the figure's unit; null if there is nothing to measure, or it was not measured.
   */
  Double read(Figure figure) {
    return switch (figure) {
      case SUCCESS, MISSED -> count(figure).percent();
      case UNANSWERED -> unanswered();
      case SILENCE -> silence();
      case THROUGHPUT -> perSecond(sum(EndpointTotals::ok));
      case SERVICE_P50 -> service(Latency::p50Ms);
      case SERVICE_P90 -> service(Latency::p90Ms);
      case SERVICE_P95 -> service(Latency::p95Ms);
      case SERVICE_P99 -> service(Latency::p99Ms);
      case SERVICE_P999 -> service(Latency::p999Ms);
      case SERVICE_MAX -> service(Latency::maxMs);
      case SERVICE_MEAN -> service(Latency::meanMs);
      case RESPONSE_P50 -> response(Latency::p50Ms);
      case RESPONSE_P90 -> response(Latency::p90Ms);
      case RESPONSE_P95 -> response(Latency::p95Ms);
      case RESPONSE_P99 -> response(Latency::p99Ms);
      case RESPONSE_P999 -> response(Latency::p999Ms);
      case RESPONSE_MAX -> response(Latency::maxMs);
      case RESPONSE_MEAN -> response(Latency::meanMs);
      case SERVER_CPU -> server().cpuCoresMean();
      case CPU_PER_REQUEST -> run.cpuMsPerRequest();
      case PEAK_MEMORY -> times(server().rssBytesPeak(), 1);
      case MEMORY_PER_THOUSAND -> times(run.mbPerThousandDevices(), 1e6);
    };
  }

  /** The polls behind a figure that is counted; null for any other figure. */
  Count count(Figure figure) {
    return switch (figure) {
      case SUCCESS -> new Count(sum(EndpointTotals::ok), sum(EndpointTotals::sent));
      case MISSED -> new Count(sum(EndpointTotals::missed), sum(EndpointTotals::planned));
      case THROUGHPUT -> new Count(sum(EndpointTotals::ok), sum(EndpointTotals::planned));
      default -> null;
    };
  }

  private long sum(ToLongFunction<EndpointTotals> count) {
    return polls.stream().mapToLong(count).sum();
  }

  private Double unanswered() {
    boolean known = polls.stream().allMatch(endpoint -> endpoint.unanswered() != null);
    return known && sum(EndpointTotals::planned) > 0
        ? Double.valueOf(sum(EndpointTotals::unanswered))
        : null;
  }

  /** The longest silence of one endpoint, or without a success of any. */
  private Double silence() {
    if (polls.size() <= 1) {
      return polls.isEmpty() ? null : polls.get(0).silenceMaxMs();
    }
    return run.silence() == null ? null : Double.valueOf(run.silence().maxMs());
  }

  private Double perSecond(long count) {
    double seconds = Duration.between(run.start(), run.end()).toNanos() / 1e9;
    return polls.isEmpty() || seconds <= 0 ? null : Double.valueOf(count / seconds);
  }

  private Double service(Function<Latency, Double> statistic) {
    return polls.size() == 1 ? statistic.apply(polls.get(0).service()) : null;
  }

  private Double response(Function<Latency, Double> statistic) {
    return polls.size() == 1 ? statistic.apply(polls.get(0).response()) : null;
  }

  private Usage server() {
    return run.resources().target() == null ? Usage.UNKNOWN : run.resources().target();
  }

  private static Double times(Number value, double factor) {
    return value == null ? null : Double.valueOf(factor * value.doubleValue());
  }
}
