package fleetpoll.compare;

import fleetpoll.run.FolderName;
import fleetpoll.run.whole.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The folder that contains a comparison. The runs stay where they are, so the comparison can be
 * made again.
 */
public record ComparisonFolder(Path path) {

  /** Name of the page. */
  public static final String PAGE = "compare.html";

  /** Name of the file with a row per figure, server and round. */
  public static final String TABLE = "compare.csv";

  /** Name of the text for a pull request. */
  public static final String TEXT = "compare.md";

  /** A folder in {@code results}, named after an instant; it need not exist. */
  public static ComparisonFolder in(Path results, Instant now) {
    return new ComparisonFolder(results.resolve(FolderName.of("compare", now)));
  }

  /** The page. */
  public Path page() {
    return path.resolve(PAGE);
  }

  /** The table. */
  public Path table() {
    return path.resolve(TABLE);
  }

  /** The text. */
  public Path text() {
    return path.resolve(TEXT);
  }

  /** Makes the folder, and writes the table into it. */
  public void write(Comparison comparison) throws IOException {
    Files.createDirectories(path);
    new CsvFile<>(table(), ComparedRow.class).write(ComparedRow.of(comparison));
  }
}
