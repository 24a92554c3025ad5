package fleetpoll.report;

import fleetpoll.figure.Figure;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The devices that went the longest without a success of any endpoint.
 *
 * @param devices ten at most, the longest silence first; empty if none is known
 * @param usual whether none is much longer than an interval and a poll, as without faults; false if
 *     that is not known
 */
record Silences(List<Device> devices, boolean usual) {

  private static final int MOST = 10;

  /** How many times an interval and a median poll a silence lasts at most without faults. */
  private static final double MARGIN = 1.5;

  /**
   * The longest silence of one device.
   *
   * @param index of the device in the run
   * @param seconds how long it lasted
   * @param fromS when it began, in seconds since the measured window began
   */
  record Device(int index, String id, double seconds, double fromS) {

    private static Device of(int index, DeviceRow row) {
      return new Device(
          index, row.device(), row.deviceSilenceMaxMs() / 1e3, row.deviceSilenceFromS());
    }

    /** When it ended. */
    public double toS() {
      return fromS + seconds;
    }
  }

  static Silences of(Run run, List<DeviceRow> rows) {
    List<Device> devices = longest(run.devices(), rows);
    boolean usual =
        !devices.isEmpty()
            && usualSeconds(run).filter(most -> devices.get(0).seconds <= most).isPresent();
    return new Silences(devices, usual);
  }

  private static List<Device> longest(List<String> ids, List<DeviceRow> rows) {
    Map<String, Integer> indices = new HashMap<>();
    ids.forEach(id -> indices.put(id, indices.size()));
    Map<String, Device> byId = new LinkedHashMap<>();
    for (DeviceRow row : rows) {
      Integer index = indices.get(row.device());
      if (index != null && row.deviceSilenceMaxMs() != null && row.deviceSilenceFromS() != null) {
        byId.putIfAbsent(row.device(), Device.of(index, row));
      }
    }
    return byId.values().stream()
        .sorted(Comparator.comparingDouble(Device::seconds).reversed())
        .limit(MOST)
        .toList();
  }

  /** The longest silence to be expected without faults; empty if the interval is not known. */
  private static Optional<Double> usualSeconds(Run run) {
    double pollMs =
        run.endpoints().stream()
            .map(EndpointTotals::name)
            .map(name -> run.figure(Figure.SERVICE_P50, name))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    return run.parameters().stream()
        .filter(parameter -> parameter.key().equals("interval") && parameter.normal() != null)
        .map(parameter -> Duration.parse(parameter.normal()).toMillis() + pollMs)
        .map(millis -> MARGIN * millis / 1e3)
        .findFirst();
  }
}
