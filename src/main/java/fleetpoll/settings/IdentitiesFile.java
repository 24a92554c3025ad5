package fleetpoll.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import fleetpoll.config.Problems;
import fleetpoll.config.RowProblems;
import fleetpoll.config.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a CSV file of identities and checks each row; skips blank lines. */
final class IdentitiesFile {

  private static final ObjectReader CSV =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES);

  private final RowProblems problems;
  private final List<Identity> identities = new ArrayList<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private IdentityColumns columns;
  private long rows;
  private boolean complete;

  private IdentitiesFile(RowProblems problems) {
    this.problems = problems;
  }

  /**
   * Reads the whole file, also rows that no device needs.
   *
   * @param setting the one that names the file
   */
  static IdentitiesFile read(Path path, Setting setting, Problems problems) {
    IdentitiesFile file = new IdentitiesFile(new RowProblems(setting, problems));
    try (MappingIterator<String[]> iterator = CSV.readValues(path.toFile())) {
      file.readAll(iterator);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
      file.problems.addUnreadable(line, e.getOriginalMessage());
    } catch (IOException e) {
      problems.add(setting, "cannot be read: " + e.getMessage());
    }
    file.problems.close();
    return file;
  }

  /** Whether the file was read to its end. */
  boolean isComplete() {
    return complete;
  }

  /** How many rows follow the header. */
  long rows() {
    return rows;
  }

  /** The identities of the rows without a problem. */
  List<Identity> identities() {
    return identities;
  }

  /** The placeholders of the columns; empty if the header could not be read. */
  Optional<List<String>> placeholders() {
    return Optional.ofNullable(columns).map(IdentityColumns::placeholders);
  }

  private void readAll(MappingIterator<String[]> iterator) throws IOException {
    int line = 1;
    while (iterator.hasNextValue()) {
      String[] row = iterator.nextValue();
      if (columns == null) {
        columns = IdentityColumns.read(row, line, problems);
      } else {
        rows++;
        readRow(row, line);
      }
      line = iterator.getCurrentLocation().getLineNr();
    }
    complete = columns != null;
    if (!complete) {
      problems.addUnreadable(line, "must have a header with a column id");
    }
  }

  private void readRow(String[] row, int line) {
    columns
        .identity(row, line, problems)
        .ifPresent(
            identity -> {
              Integer first = lines.putIfAbsent(identity.id(), line);
              if (first == null) {
                identities.add(identity);
              } else {
                problems.add(line, identity.id(), "repeats the id of line " + first);
              }
            });
  }
}
