package fleetpoll.study;

import fleetpoll.run.FolderName;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.run.whole.JsonFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The folder that contains everything about one study. Gatling's own folders of its cells are next
 * to it.
 *
 * @param path the folder
 */
public record StudyFolder(Path path) {

  /** Name of the file that says what the study was. */
  public static final String STUDY = "study.json";

  /** Name of the file with a row per cell. */
  public static final String ROWS = "study.csv";

  private static final String PAGE = "study.html";

  /** A folder in {@code results}, named after an instant; it need not exist. */
  public static StudyFolder in(Path results, Instant now) {
    return new StudyFolder(results.resolve(FolderName.of("concurrencystudy", now)));
  }

  /**
   * What the study was.
   *
   * @throws IOException if there is no readable {@code study.json}, or it is of another schema
   */
  public Study study() throws IOException {
    return studyFile().read();
  }

  /**
   * The rows of the cells, in the order in which the cells ended.
   *
   * @throws DamagedFile if they are not those that were stored
   */
  public List<StudyRow> rows() throws IOException {
    Study study = study();
    StoredFile stored = study.rows();
    if (stored == null) {
      return rowsFile().read();
    }
    if (!study.complete()) {
      // A kill can leave the rows of one more cell than study.json knows of.
      stored.checkStart(path);
      return rowsFile().read();
    }
    stored.check(path);
    List<StudyRow> rows = rowsFile().read();
    stored.checkRows(path, rows.size());
    return rows;
  }

  /** The path of the page. */
  public Path page() {
    return path.resolve(PAGE);
  }

  void write(Study study, List<StudyRow> rows) throws IOException {
    Files.createDirectories(path);
    StoredFile written =
        rowsFile().write(StudyCell.of(study, rows).stream().map(StudyCell::fitted));
    studyFile().write(study.stored(written));
  }

  private JsonFile<Study> studyFile() {
    return new JsonFile<>(
        path.resolve(STUDY), Study.class, Study.SCHEMA_VERSION, Study.SCHEMA_VERSION, "a study");
  }

  private CsvFile<StudyRow> rowsFile() {
    return new CsvFile<>(path.resolve(ROWS), StudyRow.class);
  }
}
