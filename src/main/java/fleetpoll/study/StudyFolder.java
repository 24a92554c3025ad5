package fleetpoll.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fleetpoll.run.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that holds everything about one study, beside the folders that Gatling has made for
 * the cells of its own.
 *
 * @param path the folder
 */
public record StudyFolder(Path path) {

  /** Name of the file that says what the study was. */
  public static final String STUDY = "study.json";

  /** Name of the file with a row per cell. */
  public static final String ROWS = "study.csv";

  private static final String PAGE = "study.html";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * What the study was.
   *
   * @throws IOException when there is no readable {@code study.json}
   */
  public Study study() throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(path.resolve(STUDY)), Study.class);
    } catch (JsonProcessingException e) {
      throw new IOException("study.json is not what a study writes: " + e.getOriginalMessage(), e);
    }
  }

  /** The cells in the order in which they came. */
  public List<StudyRow> rows() throws IOException {
    return rowsFile().read();
  }

  /** Where the page is drawn. */
  public Path page() {
    return path.resolve(PAGE);
  }

  void write(Study study, List<StudyRow> rows) throws IOException {
    Files.createDirectories(path);
    rowsFile().write(rows.stream());
    Files.write(path.resolve(STUDY), JSON.writeValueAsBytes(study));
  }

  private CsvFile<StudyRow> rowsFile() {
    return new CsvFile<>(path.resolve(ROWS), StudyRow.class);
  }
}
