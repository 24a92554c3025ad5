package fleetpoll.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The data about devices that the page hands to its script. Rows are arrays without names, and
 * repeated texts are numbers, so that 20,000 devices take only a few megabytes.
 *
 * @param columns names of the numbers of a device's endpoint, in order
 * @param errorColumns names of the values in a {@link Failure}, in order
 * @param texts to which failures refer by index
 */
record DeviceData(
    List<String> endpoints,
    List<String> columns,
    List<String> errorColumns,
    List<Device> devices,
    List<Failure> errors,
    List<String> texts) {

  /**
   * A device and what it saw of each endpoint, in their order: a number for each column, null if
   * there are no times. The list of an endpoint is null if the device has no row for it.
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Device(String id, List<List<Number>> cells) {}

  private record Column(String name, Function<DeviceRow, Number> number) {}

  /** Named as in {@code devices.csv}. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("planned", DeviceRow::planned),
          new Column("sent", DeviceRow::sent),
          new Column("missed", DeviceRow::missed),
          new Column("ok", DeviceRow::ok),
          new Column("ko", DeviceRow::ko),
          new Column("bytes", DeviceRow::bytes),
          new Column("serviceP50Ms", DeviceRow::serviceP50Ms),
          new Column("serviceP95Ms", DeviceRow::serviceP95Ms),
          new Column("serviceP99Ms", DeviceRow::serviceP99Ms),
          new Column("serviceMaxMs", DeviceRow::serviceMaxMs),
          new Column("responseP50Ms", DeviceRow::responseP50Ms),
          new Column("responseP95Ms", DeviceRow::responseP95Ms),
          new Column("responseP99Ms", DeviceRow::responseP99Ms),
          new Column("responseMaxMs", DeviceRow::responseMaxMs),
          new Column("lateP99Ms", DeviceRow::lateP99Ms),
          new Column("lateMaxMs", DeviceRow::lateMaxMs),
          new Column("wireBytes", DeviceRow::wireBytes),
          new Column("connections", DeviceRow::connections),
          new Column("connectMeanMs", DeviceRow::connectMeanMs),
          new Column("connectMaxMs", DeviceRow::connectMaxMs),
          new Column("tlsMeanMs", DeviceRow::tlsMeanMs),
          new Column("tlsMaxMs", DeviceRow::tlsMaxMs),
          new Column("warmUpConnections", DeviceRow::warmUpConnections),
          new Column("warmUpConnectMeanMs", DeviceRow::warmUpConnectMeanMs),
          new Column("warmUpTlsMeanMs", DeviceRow::warmUpTlsMeanMs),
          new Column("unanswered", DeviceRow::unanswered),
          new Column("silenceMaxMs", DeviceRow::silenceMaxMs),
          new Column("deviceSilenceMaxMs", DeviceRow::deviceSilenceMaxMs),
          new Column("stalled", DeviceRow::stalled),
          new Column("deviceSilenceFromS", DeviceRow::deviceSilenceFromS));

  /** Failures of one device's endpoint for one reason; reason and message are indices of texts. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Failure(
      int device, int endpoint, int reason, long count, double firstS, double lastS, int message) {}

  /**
   * Failures of devices that the run does not have are left out: the page has no place for them.
   *
   * @param ids of all devices, in the run's order
   * @throws IOException if a row names a device or an endpoint that the run does not have
   */
  static DeviceData of(
      List<String> ids, List<String> endpoints, List<DeviceRow> rows, List<ErrorRow> errors)
      throws IOException {
    Map<String, Integer> deviceIndex = new HashMap<>();
    ids.forEach(id -> deviceIndex.put(id, deviceIndex.size()));
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
        COLUMNS.stream().map(Column::name).toList(),
        Arrays.stream(Failure.class.getRecordComponents()).map(RecordComponent::getName).toList(),
        devices(ids, deviceIndex, endpoints, rows),
        failures,
        List.copyOf(texts.keySet()));
  }

  private static List<Device> devices(
      List<String> ids,
      Map<String, Integer> deviceIndex,
      List<String> endpoints,
      List<DeviceRow> rows)
      throws IOException {
    List<Device> devices =
        ids.stream()
            .map(id -> new Device(id, new ArrayList<>(Collections.nCopies(endpoints.size(), null))))
            .toList();
    for (DeviceRow row : rows) {
      Integer device = deviceIndex.get(row.device());
      if (device == null) {
        throw foreign(RunFolder.DEVICES, "device", row.device());
      }
      int endpoint = index(endpoints, row.endpoint(), RunFolder.DEVICES);
      devices.get(device).cells().set(endpoint, numbers(row));
    }
    return devices;
  }

  private static List<Number> numbers(DeviceRow row) {
    return COLUMNS.stream().map(column -> column.number().apply(row)).toList();
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
      throw foreign(file, "endpoint", name);
    }
    return index;
  }

  private static IOException foreign(String file, String what, String name) {
    return new IOException("%s names %s %s, and run.json does not".formatted(file, what, name));
  }
}
