package fleetpoll.compare;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What servers are compared by, in the order in which it is shown. A figure is null where there is
 * nothing to measure, or nobody has measured it.
 */
public enum Figure {
  /** Polls answered as expected, of those sent. */
  SUCCESS("success", "%", (run, e) -> percent(e.ok(), e.sent())),
  /** Planned polls that were never sent, for whatever cause, of those planned. */
  MISSED("missed", "%", (run, e) -> percent(e.missed(), e.planned())),
  /** Successes a second, from the start of the measured window to the end of the last poll. */
  THROUGHPUT("throughput", "1/s", (run, e) -> perSecond(e.ok(), run)),
  /** From sent to the last byte, of successes, as the other service times. */
  SERVICE_P50("service p50", "ms", (run, e) -> e.service().p50Ms()),
  SERVICE_P95("service p95", "ms", (run, e) -> e.service().p95Ms()),
  SERVICE_P99("service p99", "ms", (run, e) -> e.service().p99Ms()),
  /** From due to the last byte, of successes, as the other response times. */
  RESPONSE_P50("response p50", "ms", (run, e) -> e.response().p50Ms()),
  RESPONSE_P95("response p95", "ms", (run, e) -> e.response().p95Ms()),
  RESPONSE_P99("response p99", "ms", (run, e) -> e.response().p99Ms()),
  /** The server's processor time over the requests sent. */
  CPU_PER_REQUEST("CPU per request", "ms", Resources::cpuMsPerRequest),
  /** The server's resident memory, highest sample, in 10^6 bytes. */
  PEAK_MEMORY("peak memory", "MB", r -> megabytes(r.target().rssBytesPeak())),
  /** The same over the devices, times 1,000. */
  MEMORY_PER_THOUSAND("memory per 1,000 devices", "MB", Resources::mbPerThousandDevices);

  /** To which a percentile is exact, and below which no other figure is worth a claim either. */
  private static final double RELATIVE_RESOLUTION = 0.01;

  /** To which a time is exact at any rate. */
  private static final double MILLIS_RESOLUTION = 0.001;

  private final String text;
  private final String unit;
  private final boolean ofEndpoint;
  private final BiFunction<Run, EndpointTotals, Double> value;

  Figure(String text, String unit, BiFunction<Run, EndpointTotals, Double> value) {
    this.text = text;
    this.unit = unit;
    this.ofEndpoint = true;
    this.value = value;
  }

  Figure(String text, String unit, Function<Resources, Double> value) {
    this.text = text;
    this.unit = unit;
    this.ofEndpoint = false;
    this.value = (run, endpoint) -> value.apply(run.resources());
  }

  /** Those that each endpoint has. */
  public static List<Figure> ofEndpoints() {
    return Arrays.stream(values()).filter(figure -> figure.ofEndpoint).toList();
  }

  /** Those that a server has once. */
  public static List<Figure> ofServer() {
    return Arrays.stream(values()).filter(figure -> !figure.ofEndpoint).toList();
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** Its unit: {@code %}, {@code ms}, {@code MB} or {@code 1/s}. */
  public String unit() {
    return unit;
  }

  /** Whether less of it is better. */
  public boolean lessIsBetter() {
    return this != SUCCESS && this != THROUGHPUT;
  }

  /**
   * By how much two values can differ without being different, as a share of {@code least}: what
   * the record resolves. Successes are counted and differ as soon as their counts do.
   *
   * @param least the least of the values, more than 0
   */
  double resolution(double least) {
    if (this == SUCCESS) {
      return 0;
    }
    return unit.equals("ms") && this != CPU_PER_REQUEST
        ? Math.max(RELATIVE_RESOLUTION, MILLIS_RESOLUTION / least)
        : RELATIVE_RESOLUTION;
  }

  /**
   * The figure of a run, in {@link #unit()}; null where it is not known.
   *
   * @param endpoint its name; null for a figure of the server
   */
  Double of(Run run, String endpoint) {
    if (!ofEndpoint) {
      return value.apply(run, null);
    }
    return run.endpoints().stream()
        .filter(totals -> totals.name().equals(endpoint))
        .findFirst()
        .map(totals -> value.apply(run, totals))
        .orElse(null);
  }

  private static Double percent(long part, long whole) {
    return whole == 0 ? null : Double.valueOf(100.0 * part / whole);
  }

  private static Double perSecond(long count, Run run) {
    double seconds = Duration.between(run.start(), run.end()).toNanos() / 1e9;
    return seconds <= 0 ? null : Double.valueOf(count / seconds);
  }

  private static Double megabytes(Long bytes) {
    return bytes == null ? null : Double.valueOf(bytes / 1e6);
  }
}
