package fleetpoll.report;

import fleetpoll.run.ErrorRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The failures of all devices' endpoint for one reason.
 *
 * @param devices how many devices had one
 * @param firstS when the first was known, in seconds since the measured window began
 * @param lastS when the last was known
 * @param message of the first that has one, as the network sent it
 */
record ErrorGroup(
    String endpoint,
    String reason,
    long count,
    long devices,
    double firstS,
    double lastS,
    String message) {

  private record Key(String endpoint, String reason) {}

  /** The most frequent first. */
  static List<ErrorGroup> of(List<ErrorRow> rows) {
    Map<Key, ErrorGroup> groups = new LinkedHashMap<>();
    rows.stream()
        .sorted(Comparator.comparingDouble(ErrorRow::firstS))
        .forEach(
            row ->
                groups.merge(
                    new Key(row.endpoint(), row.reason()), of(row), ErrorGroup::followedBy));
    return groups.values().stream()
        .sorted(Comparator.comparingLong(ErrorGroup::count).reversed())
        .toList();
  }

  private static ErrorGroup of(ErrorRow row) {
    String message = row.message() == null ? "" : row.message();
    return new ErrorGroup(
        row.endpoint(), row.reason(), row.count(), 1, row.firstS(), row.lastS(), message);
  }

  private ErrorGroup followedBy(ErrorGroup later) {
    return new ErrorGroup(
        endpoint,
        reason,
        count + later.count,
        devices + later.devices,
        firstS,
        Math.max(lastS, later.lastS),
        message.isEmpty() ? later.message : message);
  }
}
