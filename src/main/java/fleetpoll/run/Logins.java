package fleetpoll.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.record.login.DeviceLogins;
import fleetpoll.record.login.FleetLogins;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * The logins of a run, those before the measured window included. They are in no ledger: nothing is
 * planned or missed.
 *
 * @param koBy by reason
 * @param service of those that succeeded, from sent to the last byte
 * @param failed the devices with the most failures, at most {@value #MOST_FAILED}; {@code
 *     logins.csv} contains all
 */
public record Logins(
    long sent, long ok, long ko, Map<String, Long> koBy, Latency service, List<Device> failed) {

  /** How many devices are named. */
  public static final int MOST_FAILED = 20;

  /**
   * A row of {@code logins.csv}: one device's logins.
   *
   * @param serviceMeanMs of those that succeeded, from sent to the last byte; null if none did
   * @param serviceMaxMs the longest of these times; likewise
   * @param connections that they opened
   * @param reason of the first failure; null if there was none
   * @param message of the first failure, at most 200 characters, without what was saved
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Device(
      String device,
      long sent,
      long ok,
      long ko,
      Double serviceMeanMs,
      Double serviceMaxMs,
      long connections,
      String reason,
      String message) {}

  /** What the logins came to. */
  static Logins of(FleetLogins logins, List<String> devices) {
    Map<String, Long> koBy = logins.koBy();
    long ko = koBy.values().stream().mapToLong(Long::longValue).sum();
    return new Logins(
        logins.ok() + ko, logins.ok(), ko, koBy, service(logins), failed(logins, devices));
  }

  /** A row for each device, in the fleet's order. */
  static List<Device> rows(FleetLogins logins, List<String> devices) {
    return IntStream.range(0, devices.size())
        .mapToObj(d -> row(devices.get(d), logins.devices().get(d)))
        .toList();
  }

  /** The row of one device. */
  public static Device row(String device, DeviceLogins logins) {
    boolean hasTimes = logins.ok() > 0;
    return new Device(
        device,
        logins.ok() + logins.ko(),
        logins.ok(),
        logins.ko(),
        hasTimes ? Double.valueOf(Decimals.millis(logins.meanMicros())) : null,
        hasTimes ? Double.valueOf(Decimals.millis(logins.maxMicros())) : null,
        logins.connections(),
        logins.reason(),
        logins.message());
  }

  private static List<Device> failed(FleetLogins logins, List<String> devices) {
    return rows(logins, devices).stream()
        .filter(row -> row.ko() > 0)
        .sorted(Comparator.comparingLong(Device::ko).reversed())
        .limit(MOST_FAILED)
        .toList();
  }

  private static Latency service(FleetLogins logins) {
    Histogram micros = logins.micros();
    return new Latency(
        millis(micros, micros.getMinValue()),
        millis(micros, micros.getMean()),
        millis(micros, micros.getValueAtPercentile(50.0)),
        millis(micros, micros.getValueAtPercentile(90.0)),
        millis(micros, micros.getValueAtPercentile(95.0)),
        millis(micros, micros.getValueAtPercentile(99.0)),
        millis(micros, micros.getValueAtPercentile(99.9)),
        millis(micros, micros.getMaxValue()));
  }

  private static Double millis(Histogram micros, double value) {
    return micros.getTotalCount() == 0 ? null : Double.valueOf(Decimals.millis(value));
  }
}
