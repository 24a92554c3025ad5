package fleetpoll.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fleetpoll.config.Problems;
import fleetpoll.config.RowProblems;
import fleetpoll.config.Setting;
import fleetpoll.text.Reason;
import fleetpoll.text.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CSV file of identities and checks each row; skips blank lines. The separator is a comma,
 * a semicolon or a tab: the first one in the header, or what {@code sep=;} in the first line names,
 * as spreadsheets write it.
 */
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
  private int skipped;

  /**
   * The rows of a table and what separates their values.
   *
   * @param skippedLines lines before the header that are no rows
   */
  private record SeparatedText(String rows, Separator separator, int skippedLines) {

    private static final Pattern NAMED = Pattern.compile("sep=([,;\t])\\R");
    private static final Pattern FIRST = Pattern.compile("[,;\t]");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Finds the separator: no column's name contains one, so the first in the header is it. */
    static SeparatedText of(String text) {
      String all = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      Matcher named = NAMED.matcher(all);
      if (named.lookingAt()) {
        return new SeparatedText(
            all.substring(named.end()), Separator.of(named.group(1).charAt(0)), 1);
      }
      String header = all.stripLeading().lines().findFirst().orElse("");
      Matcher first = FIRST.matcher(header);
      Separator separator = first.find() ? Separator.of(first.group().charAt(0)) : Separator.COMMA;
      return new SeparatedText(all, separator, 0);
    }
  }

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
    try {
      file.readAll(Utf8.decode(Files.readAllBytes(path)));
    } catch (Utf8.Mismatch e) {
      file.problems.addUnreadable(e.line(), e.getMessage());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? -1 : file.skipped + e.getLocation().getLineNr();
      file.problems.addUnreadable(line, e.getOriginalMessage());
    } catch (IOException e) {
      problems.add(setting, "cannot be read: " + Reason.of(e));
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

  private void readAll(String text) throws IOException {
    SeparatedText table = SeparatedText.of(text);
    skipped = table.skippedLines();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(table.separator().character());
    try (MappingIterator<String[]> rows = CSV.with(schema).readValues(table.rows())) {
      readAll(rows, table.separator());
    }
  }

  private void readAll(MappingIterator<String[]> iterator, Separator separator) throws IOException {
    int line = skipped + 1;
    while (iterator.hasNextValue()) {
      String[] row = iterator.nextValue();
      if (columns == null) {
        columns = IdentityColumns.read(row, separator, line, problems);
      } else {
        rows++;
        readRow(row, line);
      }
      line = skipped + iterator.getCurrentLocation().getLineNr();
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
