package fleetpoll.shard;

import fleetpoll.run.RunFolder;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.CsvRows;
import fleetpoll.run.whole.DamagedFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of a file of all shards, side by side; only the next of each shard is in memory.
 *
 * @param <T> the record of a row
 */
final class OpenRows<T> implements Closeable {

  private final Shards shards;
  private final String name;
  private final List<CsvRows<T>> rows = new ArrayList<>();

  private OpenRows(Shards shards, String name) {
    this.shards = shards;
    this.name = name;
  }

  /**
   * Opens all files of a name.
   *
   * @param file finds it in a folder
   */
  static <T> OpenRows<T> of(Shards shards, String name, Function<RunFolder, CsvFile<T>> file)
      throws IOException {
    OpenRows<T> open = new OpenRows<>(shards, name);
    try {
      for (ShardRun shard : shards.runs()) {
        open.rows.add(file.apply(shard.folder()).open());
      }
      return open;
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** The next row of the shard at this place, which stays the next; null if there is none. */
  T peek(int shard) throws IOException {
    try {
      return rows.get(shard).peek();
    } catch (DamagedFile e) {
      throw Unmergeable.damaged(shards.runs().get(shard), e);
    }
  }

  /** The same, which is not the next any more. */
  T take(int shard) throws IOException {
    peek(shard);
    return rows.get(shard).take();
  }

  /** How many shards there are. */
  int size() {
    return rows.size();
  }

  /**
   * Requires that all rows have been taken, and that they are as many as were stored.
   *
   * @throws Unmergeable if a row is left, or there were fewer or more
   */
  void requireEnd() throws IOException {
    for (int place = 0; place < rows.size(); place++) {
      boolean isLeft = peek(place) != null;
      shards.runs().get(place).requireEnd(name, isLeft, rows.get(place).number());
    }
  }

  @Override
  public void close() throws IOException {
    for (CsvRows<T> each : rows) {
      each.close();
    }
  }
}
