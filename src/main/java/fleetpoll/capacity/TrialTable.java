package fleetpoll.capacity;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.file.WholeFile;
import fleetpoll.text.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code capacity.csv}: a row per trial. Each endpoint has columns of its own, so they depend on
 * the fleet. A cell is empty if its figure is not known.
 */
final class TrialTable {

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final MathContext DIGITS = new MathContext(6);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<String> COLUMNS =
      List.of(
          "trial",
          "target",
          "devices",
          "outcome",
          "verdict",
          "broken_levels",
          "generator_limits",
          "start",
          "window_s",
          "success_percent",
          "missed_percent",
          "planned_per_s",
          "throughput_per_s",
          "server_cores",
          "server_cores_peak",
          "cores",
          "server_mb_peak");

  private TrialTable() {}

  /** Writes the file, over one that may be there. */
  static void write(Capacity capacity, Path path) throws IOException {
    List<String> endpoints = endpoints(capacity);
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(false);
    List<String> columns = columns(endpoints);
    columns.forEach(schema::addColumn);
    new WholeFile(path).write(out -> write(capacity, columns, schema.build(), out));
  }

  private static void write(
      Capacity capacity, List<String> columns, CsvSchema schema, OutputStream out)
      throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        SequenceWriter rows = MAPPER.writer(schema).writeValues(writer)) {
      // As a row of its own: without trials, Jackson would leave the header out.
      rows.write(columns.stream().map(SpreadsheetText::safe).toList());
      for (CapacityTrial trial : capacity.trials()) {
        rows.write(row(trial));
      }
    }
  }

  /** The endpoints of all trials, in the order of the settings. */
  static List<String> endpoints(Capacity capacity) {
    return capacity.trials().stream()
        .flatMap(trial -> trial.figures().endpoints().stream())
        .map(TrialFigures.Times::endpoint)
        .distinct()
        .toList();
  }

  private static List<String> columns(List<String> endpoints) {
    List<String> columns = new ArrayList<>(COLUMNS);
    endpoints.forEach(endpoint -> columns.addAll(columns(endpoint)));
    columns.add("run");
    return columns;
  }

  private static List<String> columns(String endpoint) {
    return Stream.of("_p50_ms", "_p99_ms", "_response_p99_ms").map(endpoint::concat).toList();
  }

  private static Map<String, Object> row(CapacityTrial trial) {
    TrialFigures figures = trial.figures();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("trial", trial.number());
    row.put("target", SpreadsheetText.safe(trial.target()));
    row.put("devices", trial.devices());
    row.put("outcome", trial.outcome().word());
    row.put("verdict", trial.judgement().name());
    row.put("broken_levels", keys(trial.broken()));
    row.put("generator_limits", keys(trial.limits()));
    row.put("start", trial.start().toString());
    row.put(
        "window_s",
        number(Duration.between(trial.start(), trial.end()).toNanos() / NANOS_PER_SECOND));
    row.put("success_percent", number(figures.success()));
    row.put("missed_percent", number(figures.missed()));
    row.put("planned_per_s", number(figures.planned()));
    row.put("throughput_per_s", number(figures.throughput()));
    row.put("server_cores", number(figures.serverCores()));
    row.put("server_cores_peak", number(figures.serverCoresPeak()));
    row.put("cores", number(figures.cores()));
    row.put("server_mb_peak", number(Unit.BYTES.shown(figures.serverBytes())));
    for (TrialFigures.Times times : figures.endpoints()) {
      List<String> columns = columns(times.endpoint());
      row.put(columns.get(0), number(times.p50Ms()));
      row.put(columns.get(1), number(times.p99Ms()));
      row.put(columns.get(2), number(times.responseP99Ms()));
    }
    row.put("run", SpreadsheetText.safe(trial.folder()));
    return row;
  }

  private static String keys(List<Check> checks) {
    return SpreadsheetText.safe(checks.stream().map(Check::key).collect(Collectors.joining(" ")));
  }

  private static BigDecimal number(Double value) {
    return value == null
        ? null
        : new BigDecimal(value.toString()).round(DIGITS).stripTrailingZeros();
  }
}
