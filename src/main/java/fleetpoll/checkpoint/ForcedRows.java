package fleetpoll.checkpoint;

import com.fasterxml.jackson.databind.SequenceWriter;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A new CSV file that is written row by row, and is on the disk when it is closed.
 *
 * @param <T> the record of a row
 */
final class ForcedRows<T> {

  private final Path path;
  private final SequenceWriter rows;
  private long count;

  /**
   * The file at {@code path}.
   *
   * @param files closes it
   */
  ForcedRows(OpenFiles files, Path path, Class<T> row) throws IOException {
    this.path = path;
    this.rows = new CsvFile<>(path, row).append(files.create(path), false);
  }

  void write(T row) throws IOException {
    rows.write(row);
    count++;
  }

  /**
   * All rows are there.
   *
   * @return what belongs in the file from now on
   */
  StoredFile finish() throws IOException {
    rows.flush();
    return StoredFile.of(path, count);
  }
}
