package fleetpoll.run;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
 * histogram's tag is {@code device/endpoint/measure} by name. The format allows no commas and no
 * spaces there, so names are percent-encoded as in a URL's query, a space as {@code %20}.
 */
final class HistogramLog {

  private static final double MICROS_PER_MILLI = 1_000.0;

  private final Path path;

  /** A histogram keeps the buffer of its encoding for good: thousands must not keep one each. */
  private Histogram encoded;

  private final Map<String, Map<String, Long>> polls = new LinkedHashMap<>();
  private long rows;

  HistogramLog(Path path) {
    this.path = path;
  }

  /**
   * Writes the log, over one that may be there.
   *
   * @param ids of the devices, in their order
   * @return what belongs in the file from now on
   */
  StoredFile write(
      List<DeviceRecorder> devices,
      List<String> ids,
      List<String> endpoints,
      Instant start,
      Instant end)
      throws IOException {
    rows = 0;
    polls.clear();
    new WholeFile(path).write(file -> write(devices, ids, endpoints, start, end, file));
    return StoredFile.of(path, rows, polls);
  }

  /** A name as it is in a tag. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void write(
      List<DeviceRecorder> devices,
      List<String> ids,
      List<String> endpoints,
      Instant start,
      Instant end,
      OutputStream file)
      throws IOException {
    try (PrintStream out = new PrintStream(file, false, StandardCharsets.US_ASCII)) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputComment("[Fleetpoll: microseconds; tag device/endpoint/measure]");
      log.outputLogFormatVersion();
      log.outputStartTime(start.toEpochMilli());
      log.outputLegend();
      for (int device = 0; device < devices.size(); device++) {
        for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
          write(
              log,
              ids.get(device),
              endpoints.get(endpoint),
              devices.get(device).histograms(endpoint),
              start,
              end);
        }
        check(out);
      }
      check(out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Flushes. */
  private void check(PrintStream out) throws IOException {
    if (out.checkError()) {
      throw new IOException("cannot write " + path.getFileName() + " to its end");
    }
  }

  private void write(
      HistogramLogWriter log,
      String device,
      String endpoint,
      List<AbstractHistogram> histograms,
      Instant start,
      Instant end) {
    for (int measure = 0; measure < histograms.size(); measure++) {
      String name = DeviceRecorder.MEASURES.get(measure);
      encode(histograms.get(measure));
      encoded.setTag("%s/%s/%s".formatted(encoded(device), encoded(endpoint), name));
      rows++;
      polls
          .computeIfAbsent(endpoint, absent -> new LinkedHashMap<>())
          .merge(name, encoded.getTotalCount(), Long::sum);
      log.outputIntervalHistogram(
          start.toEpochMilli() / 1_000.0, end.toEpochMilli() / 1_000.0, encoded, MICROS_PER_MILLI);
    }
  }

  private void encode(AbstractHistogram histogram) {
    if (encoded == null) {
      encoded = new Histogram(histogram.getNumberOfSignificantValueDigits());
    }
    encoded.reset();
    encoded.add(histogram);
  }
}
