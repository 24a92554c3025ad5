package fleetpoll.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reports problems in the rows of a file: the first ones in full, then how many more there are. */
public final class RowProblems {

  // A file of the wrong kind is wrong in every row, and nobody reads a hundred thousand lines.
  private static final int SHOWN = 20;

  private final Setting file;
  private final Problems problems;
  private int count;

  /**
   * @param file the parameter that names the file
   */
  public RowProblems(Setting file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  public void add(int line, String value, String allowed) {
    add(line, Optional.of(value), allowed);
  }

  /** Adds a problem of a row without showing what is in it. */
  public void addRow(int line, String wrong) {
    add(line, Optional.empty(), wrong);
  }

  private void add(int line, Optional<String> value, String allowed) {
    count++;
    if (count <= SHOWN) {
      problems.add(new Problem(file.key(), value, allowed, at(line)));
    }
  }

  /** Whether a type allows a value; adds a problem if it does not. */
  public boolean check(int line, String value, Function<String, String> type) {
    try {
      type.apply(value);
      return true;
    } catch (IllegalArgumentException e) {
      add(line, value, e.getMessage());
      return false;
    }
  }

  /** Adds the line after which the file cannot be read. */
  public void addUnreadable(int line, String why) {
    problems.add(file.key(), at(line), why);
  }

  /** Adds a problem that counts those not shown. */
  public void close() {
    if (count > SHOWN) {
      problems.add(
          file.key(),
          file.written(),
          String.format(
              Locale.ROOT,
              "has %,d more such problem%s",
              count - SHOWN,
              count - SHOWN == 1 ? "" : "s"));
    }
  }

  private String at(int line) {
    return line < 1 ? file.written() : file.written() + ":" + line;
  }
}
