package fleetpoll.run.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fleetpoll.run.file.SafeText;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.file.WholeLines;
import fleetpoll.text.SpreadsheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A CSV file with a header, UTF-8, whose columns are the components of a record in their order;
 * null is an empty cell. Text is safe to open in a spreadsheet, see {@link SpreadsheetText}.
 *
 * @param <T> the record of a row
 */
public final class CsvFile<T> {

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
          // Half a row is no row.
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // Otherwise every row is a system call.
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .addModule(SafeText.module())
          .build();

  private static final ObjectWriter CELL =
      MAPPER.writer(CsvSchema.builder().addColumn("text").build().withoutHeader());

  private final Path path;
  private final Class<T> row;
  private final CsvSchema schema;

  /** The file at {@code path}, there or not. */
  public CsvFile(Path path, Class<T> row) {
    this.path = path;
    this.row = row;
    this.schema = MAPPER.schemaFor(row);
  }

  /**
   * Writes the file, over one that may be there. The header is written as a row of its own: without
   * rows, Jackson would leave it out. Half a surrogate pair, which a cut-off message can end in,
   * becomes a question mark; the writers of {@link Files} would fail.
   *
   * @return what belongs in the file from now on
   */
  public StoredFile write(Stream<T> rows) throws IOException {
    return write(
        file -> {
          for (Iterator<T> each = rows.iterator(); each.hasNext(); ) {
            file.add(each.next());
          }
        });
  }

  /** Takes the rows of a file that is being written. */
  public interface Rows<T> {
    /** Appends a row. */
    void add(T row) throws IOException;
  }

  /** Knows the rows of a file. */
  public interface Content<T> {
    /** Appends all of them. */
    void writeTo(Rows<T> file) throws IOException;
  }

  /** The same with rows that are made one by one. */
  public StoredFile write(Content<T> content) throws IOException {
    AtomicLong count = new AtomicLong();
    new WholeFile(path).write(out -> write(content, out, count));
    return StoredFile.of(path, count.get());
  }

  private void write(Content<T> content, OutputStream out, AtomicLong count) throws IOException {
    try (SequenceWriter sequence = append(out, false)) {
      content.writeTo(
          row -> {
            sequence.write(row);
            count.incrementAndGet();
          });
    }
  }

  /** A text as it is in a file's cell, in quotes if that is necessary. */
  public static String cell(String text) {
    try {
      return CELL.writeValueAsString(List.of(text)).stripTrailing();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows as they are in the file, each with its line feed. */
  public byte[] lines(List<T> rows, boolean header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SequenceWriter sequence = append(out, !header)) {
      sequence.writeAll(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Rows of a file that is written bit by bit; the caller flushes and closes them.
   *
   * @param hasHeader whether {@code out} already has one
   */
  public SequenceWriter append(OutputStream out, boolean hasHeader) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    SequenceWriter sequence = MAPPER.writer(schema).writeValues(writer);
    if (!hasHeader) {
      sequence.write(schema.getColumnNames());
    }
    return sequence;
  }

  /**
   * Every row.
   *
   * @throws DamagedFile if the file is not what {@link #write} writes
   */
  public List<T> read() throws IOException {
    List<T> rows = new ArrayList<>();
    forEach(rows::add);
    return rows;
  }

  /** The same, one by one; none is kept. */
  public void forEach(Consumer<T> each) throws IOException {
    requireContent();
    forEach(Files.newInputStream(path), each);
  }

  /** Every row of a file that grows, without a last row that is not whole. */
  public void forEachWhole(Consumer<T> each) throws IOException {
    requireContent();
    forEach(WholeLines.open(path), each);
  }

  /** Even a file without rows has a header. */
  private void requireContent() throws IOException {
    if (Files.size(path) == 0) {
      throw new DamagedFile(path, "it is empty");
    }
  }

  private void forEach(InputStream in, Consumer<T> each) throws IOException {
    try (CsvRows<T> rows = rows(in)) {
      for (T next = rows.take(); next != null; next = rows.take()) {
        each.accept(next);
      }
    }
  }

  /** Its rows one by one, for a file that is read next to others; the caller closes them. */
  public CsvRows<T> open() throws IOException {
    requireContent();
    return rows(Files.newInputStream(path));
  }

  private CsvRows<T> rows(InputStream in) throws IOException {
    return CsvRows.of(path, in, MAPPER.readerFor(row));
  }
}
