package fleetpoll.shard;

import fleetpoll.run.HistogramLog;
import fleetpoll.run.RunFolder;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Merges the {@code polls.hlog} of all shards: the devices' rows are copied as they are, in the
 * fleet's order, and added up on the way. None is kept.
 *
 * @param shards whose logs they are
 * @param to the folder of the merged run
 * @param sums take all histograms
 */
record HistogramFile(Shards shards, RunFolder to, HistogramSums sums) {

  StoredFile merge(Instant start, Instant end) throws IOException {
    Path path = to.path().resolve(RunFolder.HISTOGRAMS);
    List<ShardLog> logs = new ArrayList<>();
    try {
      for (ShardRun shard : shards.runs()) {
        logs.add(new ShardLog(shard));
      }
      new WholeFile(path).write(file -> write(logs, file, start, end));
      for (ShardLog log : logs) {
        log.requireEnd();
      }
      return StoredFile.of(path, sums.rows(), sums.polls());
    } finally {
      for (ShardLog log : logs) {
        log.close();
      }
    }
  }

  private void write(List<ShardLog> logs, OutputStream file, Instant start, Instant end)
      throws IOException {
    try (PrintStream out = new PrintStream(file, false, StandardCharsets.US_ASCII)) {
      HistogramLogWriter writer = HistogramLog.begin(out, start);
      shards.forEachDevice(
          (shard, device) -> copy(shard, logs.get(shard), HistogramLog.encoded(device), out));
      for (ShardLog log : logs) {
        addShared(log);
      }
      writeShared(writer, start, end);
      if (out.checkError()) {
        throw new IOException("cannot write " + RunFolder.HISTOGRAMS + " to its end");
      }
    }
  }

  private void copy(int shard, ShardLog log, String device, PrintStream out) throws IOException {
    while (log.isOf(device)) {
      out.print(log.line());
      out.print('\n');
      ShardLog.Taken taken = log.take();
      sums.add(shard, taken.row(), taken.micros());
    }
  }

  private void addShared(ShardLog log) throws IOException {
    while (log.isOf(HistogramLog.ALL)) {
      ShardLog.Taken taken = log.take();
      sums.addShared(taken.row(), taken.micros());
    }
  }

  /** What devices share has one histogram, of the whole fleet. */
  private void writeShared(HistogramLogWriter writer, Instant start, Instant end) {
    for (Map.Entry<String, Histogram> shared : sums.shared().entrySet()) {
      Histogram histogram = shared.getValue();
      histogram.setTag("%s/%s/%s".formatted(HistogramLog.ALL, HistogramLog.ALL, shared.getKey()));
      writer.outputIntervalHistogram(
          start.toEpochMilli() / 1_000.0,
          end.toEpochMilli() / 1_000.0,
          histogram,
          HistogramLog.MICROS_PER_MILLI);
    }
  }
}
