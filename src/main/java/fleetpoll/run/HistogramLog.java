package fleetpoll.run;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code polls.hlog}: every device's distributions in HdrHistogram's own log format, in
 * microseconds, so that any tool for that format can read them, and runs can be added up. A
 * histogram's tag is {@code device/endpoint/measure}, the device by its index from 0; the whole
 * fleet is {@code *}.
 */
public final class HistogramLog {

  private static final double MICROS_PER_MILLI = 1_000.0;

  private static final String WHOLE_FLEET = "*";

  private final Path path;

  /** A histogram keeps the buffer of its encoding for good: thousands must not keep one each. */
  private Histogram encoded;

  private record Output(PrintStream file, HistogramLogWriter log) {}

  private interface Rows {
    void writeTo(Output out) throws IOException;
  }

  /** The log at {@code path}, there or not. */
  public HistogramLog(Path path) {
    this.path = path;
  }

  void write(List<DeviceRecorder> devices, List<String> endpoints, Instant start, Instant end)
      throws IOException {
    write(
        start,
        out -> {
          for (int device = 0; device < devices.size(); device++) {
            for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
              String tag = device + "/" + endpoints.get(endpoint) + "/";
              write(out.log, tag, devices.get(device).histograms(endpoint), start, end);
            }
            check(out.file);
          }
        });
  }

  /** Writes the whole fleet's distributions instead of each device's. */
  public void writeFleet(Snapshot fleet, List<String> endpoints, Instant start, Instant end)
      throws IOException {
    write(
        start,
        out -> {
          for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
            String tag = WHOLE_FLEET + "/" + endpoints.get(endpoint) + "/";
            write(out.log, tag, fleet.histograms(endpoint), start, end);
          }
        });
  }

  private void write(Instant start, Rows rows) throws IOException {
    new WholeFile(path).write(file -> write(start, rows, file));
  }

  private void write(Instant start, Rows rows, OutputStream file) throws IOException {
    try (PrintStream out = new PrintStream(file, false, StandardCharsets.US_ASCII)) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputComment("[Fleetpoll: microseconds; tag device/endpoint/measure]");
      log.outputLogFormatVersion();
      log.outputStartTime(start.toEpochMilli());
      log.outputLegend();
      rows.writeTo(new Output(out, log));
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
      String tagPrefix,
      List<AbstractHistogram> histograms,
      Instant start,
      Instant end) {
    for (int measure = 0; measure < histograms.size(); measure++) {
      encode(histograms.get(measure));
      encoded.setTag(tagPrefix + DeviceRecorder.MEASURES.get(measure));
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
