package fleetpoll.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page's script knows of the devices. Rows are arrays without names, and repeated texts
 * are numbers, so that 20,000 devices stay a few megabytes.
 *
 * @param columns names of the numbers in a {@link Cell}, in order
 * @param errorColumns names of the values in a {@link Failure}, in order
 * @param texts what failures refer to by index
 */
record DeviceData(
    List<String> endpoints,
    List<String> columns,
    List<String> errorColumns,
    List<Device> devices,
    List<Failure> errors,
    List<String> texts) {

  /** A device and its cells, in the order of the endpoints. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Device(String id, List<Cell> cells) {}

  /** One device's endpoint; times in milliseconds, null where there are none. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Cell(
      long planned,
      long sent,
      long missed,
      long ok,
      long ko,
      long resent,
      long bytes,
      Double serviceP50,
      Double serviceP95,
      Double serviceP99,
      Double serviceMax,
      Double responseP50,
      Double responseP95,
      Double responseP99,
      Double responseMax,
      Double lateP99,
      Double lateMax) {

    static Cell of(DeviceRow row) {
      return new Cell(
          row.planned(),
          row.sent(),
          row.missed(),
          row.ok(),
          row.ko(),
          row.resent(),
          row.bytes(),
          row.serviceP50Ms(),
          row.serviceP95Ms(),
          row.serviceP99Ms(),
          row.serviceMaxMs(),
          row.responseP50Ms(),
          row.responseP95Ms(),
          row.responseP99Ms(),
          row.responseMaxMs(),
          row.lateP99Ms(),
          row.lateMaxMs());
    }
  }

  /** Failures of one device's endpoint for one reason; reason and message are indices of texts. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Failure(
      int device, int endpoint, int reason, long count, double firstS, double lastS, int message) {}

  /**
   * Failures of devices that have no row are left out: the page has no place for them.
   *
   * @throws IOException when a row names an endpoint that the run does not have
   */
  static DeviceData of(List<String> endpoints, List<DeviceRow> rows, List<ErrorRow> errors)
      throws IOException {
    List<Device> devices = devices(endpoints, rows);
    Map<String, Integer> deviceIndex = new HashMap<>();
    devices.forEach(device -> deviceIndex.put(device.id(), deviceIndex.size()));
    Map<String, Integer> texts = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>(errors.size());
    for (ErrorRow error : errors) {
      Integer device = deviceIndex.get(error.device());
      if (device != null) {
        int endpoint = index(endpoints, error.endpoint(), RunFolder.ERRORS);
        failures.add(failure(device, endpoint, error, texts));
      }
    }
    return new DeviceData(
        endpoints,
        names(Cell.class),
        names(Failure.class),
        devices,
        failures,
        List.copyOf(texts.keySet()));
  }

  private static List<Device> devices(List<String> endpoints, List<DeviceRow> rows)
      throws IOException {
    Map<String, Cell[]> cells = new LinkedHashMap<>();
    for (DeviceRow row : rows) {
      int endpoint = index(endpoints, row.endpoint(), RunFolder.DEVICES);
      cells.computeIfAbsent(row.device(), id -> new Cell[endpoints.size()])[endpoint] =
          Cell.of(row);
    }
    return cells.entrySet().stream()
        .map(entry -> new Device(entry.getKey(), Arrays.asList(entry.getValue())))
        .toList();
  }

  private static Failure failure(
      int device, int endpoint, ErrorRow error, Map<String, Integer> texts) {
    return new Failure(
        device,
        endpoint,
        index(texts, error.reason()),
        error.count(),
        error.firstS(),
        error.lastS(),
        index(texts, error.message()));
  }

  private static int index(Map<String, Integer> texts, String text) {
    return texts.computeIfAbsent(text == null ? "" : text, ignored -> texts.size());
  }

  private static int index(List<String> endpoints, String name, String file) throws IOException {
    int index = endpoints.indexOf(name);
    if (index < 0) {
      throw new IOException(file + " names endpoint " + name + ", and run.json does not");
    }
    return index;
  }

  private static List<String> names(Class<? extends Record> row) {
    return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
