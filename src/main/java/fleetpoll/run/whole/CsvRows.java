package fleetpoll.run.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The rows of a CSV file, one after the other; none is kept.
 *
 * @param <T> the record of a row
 */
public final class CsvRows<T> implements Closeable {

  private final Path path;
  private final Reader text;
  private final MappingIterator<T> rows;
  private long number;
  private T next;
  private boolean isRead; // whether next is the next row, or null for the end

  private CsvRows(Path path, Reader text, MappingIterator<T> rows) {
    this.path = path;
    this.text = text;
    this.rows = rows;
  }

  static <T> CsvRows<T> of(Path path, InputStream in, ObjectReader reader) throws IOException {
    // This decoder, unlike the one of a character set's name, reports what is not UTF-8.
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try {
      MappingIterator<T> rows = reader.with(CsvSchema.emptySchema().withHeader()).readValues(text);
      return new CsvRows<>(path, text, rows);
    } catch (IOException e) {
      text.close();
      throw described(e, path, 0);
    }
  }

  /**
   * The next row, which stays the next; null if there is none.
   *
   * @throws DamagedFile if there is something that is no row
   */
  public T peek() throws IOException {
    if (!isRead) {
      next = read();
      isRead = true;
    }
    return next;
  }

  /** The same, which is not the next any more. */
  public T take() throws IOException {
    T taken = peek();
    isRead = taken == null;
    return taken;
  }

  /** How many rows have been read. */
  public long number() {
    return number;
  }

  private T read() throws IOException {
    try {
      if (!rows.hasNextValue()) {
        return null;
      }
      number++;
      return rows.nextValue();
    } catch (IOException e) {
      throw described(e, path, number);
    }
  }

  private static IOException described(IOException e, Path path, long row) throws IOException {
    if (e instanceof JsonProcessingException parsing) {
      return new DamagedFile(path, ParseProblem.ofRow(parsing, path, row), e);
    }
    return e instanceof CharacterCodingException
        ? new DamagedFile(path, "its text is not UTF-8", e)
        : e;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    text.close();
  }
}
