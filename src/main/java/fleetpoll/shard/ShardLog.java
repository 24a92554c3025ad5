package fleetpoll.shard;

import fleetpoll.run.HistogramRow;
import fleetpoll.run.RunFolder;
import fleetpoll.run.whole.DamagedFile;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;

/** The histograms of a shard's {@code polls.hlog}, one after the other; none is kept. */
final class ShardLog implements Closeable {

  private final ShardRun shard;
  private final Path path;
  private final BufferedReader text;
  private String line;
  private HistogramRow row; // null after the last
  private long rows;

  /** One histogram with where it belongs. */
  record Taken(HistogramRow row, AbstractHistogram micros) {}

  ShardLog(ShardRun shard) throws IOException {
    this.shard = shard;
    this.path = shard.folder().path().resolve(RunFolder.HISTOGRAMS);
    this.text = Files.newBufferedReader(path, StandardCharsets.US_ASCII);
    next();
  }

  /** Whether the next row is of this device, as it is in a tag. */
  boolean isOf(String device) {
    return row != null && row.device().equals(device);
  }

  /** The next row as it is in the file. */
  String line() {
    return line;
  }

  /**
   * The next row, which is not the next any more.
   *
   * @throws Unmergeable if it is no whole histogram
   */
  Taken take() throws IOException {
    try {
      Taken taken = new Taken(row, row.decoded());
      next();
      return taken;
    } catch (DataFormatException | RuntimeException e) {
      throw damaged("row %,d is no whole histogram", rows);
    }
  }

  private void next() throws IOException {
    Optional<HistogramRow> found = Optional.empty();
    line = text.readLine();
    while (line != null && found.isEmpty()) {
      found = HistogramRow.of(line);
      line = found.isEmpty() ? text.readLine() : line;
    }
    row = found.orElse(null);
    rows += row == null ? 0 : 1;
  }

  /** Requires that all rows have been taken, and that they are as many as were stored. */
  void requireEnd() throws IOException {
    if (row != null) {
      throw Unmergeable.strangers(shard, RunFolder.HISTOGRAMS);
    }
    long stored = shard.run().file(RunFolder.HISTOGRAMS).orElseThrow().rows();
    if (rows != stored) {
      throw damaged("it has %,d histograms instead of %,d", rows, stored);
    }
  }

  private Unmergeable damaged(String why, Object... values) {
    return Unmergeable.damaged(
        shard, new DamagedFile(path, String.format(Locale.ROOT, why, values)));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
