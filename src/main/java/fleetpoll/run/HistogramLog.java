package fleetpoll.run;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code polls.hlog}: every device's distributions in HdrHistogram's own log format, in
 * microseconds, so that any tool for that format can read them, and runs can be added up. A
 * histogram's tag is {@code device/endpoint/measure} by name; the whole fleet is {@code *}, and so
 * is what belongs to no endpoint: TLS handshakes and logins. The format allows no commas and no
 * spaces there, so names are percent-encoded.
 */
public final class HistogramLog {

  /** The log's greatest values are in milliseconds. */
  public static final double MICROS_PER_MILLI = 1_000.0;

  /** In a tag, the device of what the whole fleet did, and the endpoint of what belongs to none. */
  public static final String ALL = "*";

  /** What the TLS handshakes of the measured window took. */
  public static final String TLS = "tls";

  /** What those before the window took. */
  public static final String WARM_UP_TLS = "warm-up-tls";

  /** What the logins took that succeeded. */
  public static final String LOGIN = "login";

  private final Path path;

  /** A histogram keeps the buffer of its encoding for good: thousands must not keep one each. */
  private Histogram encoded;

  private final Map<String, Map<String, Long>> polls = new LinkedHashMap<>();
  private long rows;

  private record Output(PrintStream file, HistogramLogWriter log) {}

  /**
   * Whose polls of what.
   *
   * @param device as it is in a tag
   */
  private record Cell(String device, String endpoint) {}

  private interface Rows {
    void writeTo(Output out) throws IOException;
  }

  /** The log at {@code path}, there or not. */
  public HistogramLog(Path path) {
    this.path = path;
  }

  /**
   * Writes the log, over one that may be there.
   *
   * @param ids of the devices, in their order
   * @return what belongs in the file from now on
   */
  StoredFile write(
      FleetRecorder fleet, List<String> ids, List<String> endpoints, Instant start, Instant end)
      throws IOException {
    List<DeviceRecorder> devices = fleet.devices();
    write(
        start,
        out -> {
          for (int device = 0; device < devices.size(); device++) {
            for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
              Cell cell = new Cell(encoded(ids.get(device)), endpoints.get(endpoint));
              write(out.log, cell, devices.get(device).histograms(endpoint), start, end);
            }
            check(out.file);
          }
          writeShared(out.log, fleet, start, end);
        });
    return StoredFile.of(path, rows, polls);
  }

  /** The same with the whole fleet's distributions instead of each device's. */
  public StoredFile writeFleet(Snapshot fleet, List<String> endpoints, Instant start, Instant end)
      throws IOException {
    write(
        start,
        out -> {
          for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
            Cell cell = new Cell(ALL, endpoints.get(endpoint));
            write(out.log, cell, fleet.histograms(endpoint), start, end);
          }
        });
    return StoredFile.of(path, rows, polls);
  }

  private void write(Instant start, Rows content) throws IOException {
    rows = 0;
    polls.clear();
    new WholeFile(path).write(file -> write(start, content, file));
  }

  private void write(Instant start, Rows content, OutputStream file) throws IOException {
    try (PrintStream out = new PrintStream(file, false, StandardCharsets.US_ASCII)) {
      content.writeTo(new Output(out, begin(out, start)));
      check(out);
    }
  }

  /** Writes what comes before the first row. */
  public static HistogramLogWriter begin(PrintStream out, Instant start) {
    HistogramLogWriter log = new HistogramLogWriter(out);
    log.outputComment("[Fleetpoll: microseconds; tag device/endpoint/measure]");
    log.outputLogFormatVersion();
    log.outputStartTime(start.toEpochMilli());
    log.outputLegend();
    return log;
  }

  /** A name as it is in a tag: as in a URL, a space as {@code %20}, and never that of the fleet. */
  public static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** Flushes. */
  private void check(PrintStream out) throws IOException {
    if (out.checkError()) {
      throw new IOException("cannot write " + path.getFileName() + " to its end");
    }
  }

  private void write(
      HistogramLogWriter log,
      Cell cell,
      List<AbstractHistogram> histograms,
      Instant start,
      Instant end) {
    String endpoint = encoded(cell.endpoint);
    for (int measure = 0; measure < histograms.size(); measure++) {
      String name = DeviceRecorder.MEASURES.get(measure);
      encode(histograms.get(measure));
      encoded.setTag(cell.device + "/" + endpoint + "/" + name);
      polls
          .computeIfAbsent(cell.endpoint, absent -> new LinkedHashMap<>())
          .merge(name, encoded.getTotalCount(), Long::sum);
      output(log, start, end);
    }
  }

  /** What devices do so seldom that they share its distribution. */
  private void writeShared(
      HistogramLogWriter log, FleetRecorder fleet, Instant start, Instant end) {
    List<AbstractHistogram> handshakes = fleet.handshakeHistograms();
    writeShared(log, TLS, handshakes.get(0), start, end);
    writeShared(log, WARM_UP_TLS, handshakes.get(1), start, end);
    fleet.logins().ifPresent(all -> writeShared(log, LOGIN, all.micros(), start, end));
  }

  private void writeShared(
      HistogramLogWriter log,
      String measure,
      AbstractHistogram histogram,
      Instant start,
      Instant end) {
    if (histogram.getTotalCount() > 0) {
      encode(histogram);
      encoded.setTag("%s/%s/%s".formatted(ALL, ALL, measure));
      output(log, start, end);
    }
  }

  private void output(HistogramLogWriter log, Instant start, Instant end) {
    rows++;
    log.outputIntervalHistogram(
        start.toEpochMilli() / 1_000.0, end.toEpochMilli() / 1_000.0, encoded, MICROS_PER_MILLI);
  }

  private void encode(AbstractHistogram histogram) {
    if (encoded == null) {
      encoded = new Histogram(histogram.getNumberOfSignificantValueDigits());
    }
    encoded.reset();
    encoded.add(histogram);
  }
}
