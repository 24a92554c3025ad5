package fleetpoll.report;

import fleetpoll.run.DeviceRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The longest time that a device went without a success of any endpoint.
 *
 * @param index of the device in the run
 * @param seconds how long it lasted
 * @param fromS when it began, in seconds since the measured window began
 */
record SilentDevice(int index, String id, double seconds, double fromS) {

  private static final int MOST = 10;

  /**
   * The ten devices that were silent the longest, the longest first; fewer if fewer are known.
   *
   * @param ids of all devices, in the run's order
   */
  static List<SilentDevice> longest(List<String> ids, List<DeviceRow> rows) {
    Map<String, Integer> indices = new HashMap<>();
    ids.forEach(id -> indices.put(id, indices.size()));
    Map<String, SilentDevice> byId = new LinkedHashMap<>();
    for (DeviceRow row : rows) {
      Integer index = indices.get(row.device());
      if (index != null && row.deviceSilenceMaxMs() != null && row.deviceSilenceFromS() != null) {
        byId.putIfAbsent(row.device(), of(index, row));
      }
    }
    return byId.values().stream()
        .sorted(Comparator.comparingDouble(SilentDevice::seconds).reversed())
        .limit(MOST)
        .toList();
  }

  private static SilentDevice of(int index, DeviceRow row) {
    return new SilentDevice(
        index, row.device(), row.deviceSilenceMaxMs() / 1e3, row.deviceSilenceFromS());
  }

  /** When it ended. */
  public double toS() {
    return fromS + seconds;
  }
}
