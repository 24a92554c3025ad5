package fleetpoll.run.whole;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a file that may be damaged.
 *
 * @param whole how many there are, without a header, up to the first that cannot be read
 * @param endsInRow whether a part of a row follows
 */
public record StoredRows(long whole, boolean endsInRow) {

  private static final ObjectReader ROWS =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.ALLOW_COMMENTS);

  private static final String LOG = ".hlog";
  private static final String TAG = "Tag=";

  /** Counts the rows of a CSV file with a header, or the histograms of a log. */
  static StoredRows count(Path path) throws IOException {
    boolean isLog = path.getFileName().toString().endsWith(LOG);
    boolean isCut = !endsWithLine(path);
    long rows = isLog ? 0 : -1;
    try (MappingIterator<String[]> all = ROWS.readValues(Files.newBufferedReader(path))) {
      while (all.hasNextValue()) {
        String[] row = all.nextValue();
        boolean counts = !isLog || row.length > 0 && row[0].startsWith(TAG);
        rows += counts ? 1 : 0;
      }
    } catch (IOException | RuntimeException e) {
      return new StoredRows(Math.max(0, rows), true);
    }
    boolean hasPart = isCut && rows > 0;
    return new StoredRows(Math.max(0, hasPart ? rows - 1 : rows), hasPart);
  }

  /**
   * The line in which a row of a CSV file begins: cells in quotes can have several lines, and a
   * parser may have read on.
   *
   * @param row from 0, the header
   * @return from 1
   */
  public static long line(Path path, long row) throws IOException {
    long line = 1;
    long rows = 0;
    boolean isQuoted = false;
    try (Reader text = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      for (int c = text.read(); c >= 0 && rows < row; c = text.read()) {
        isQuoted ^= c == '"';
        line += c == '\n' ? 1 : 0;
        rows += c == '\n' && !isQuoted ? 1 : 0;
      }
    }
    return line;
  }

  private static boolean endsWithLine(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() == 0) {
        return true;
      }
      file.seek(file.length() - 1);
      return file.read() == '\n';
    }
  }
}
