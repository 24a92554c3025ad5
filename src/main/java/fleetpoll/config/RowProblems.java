package fleetpoll.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Problems in the rows of a file: the first of them, and how many more there are. */
public final class RowProblems {

  // A file of the wrong kind is wrong in every row; nobody reads a hundred thousand lines about it.
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
    count++;
    if (count <= SHOWN) {
      problems.add(new Problem(file.key(), Optional.of(value), allowed, at(line)));
    }
  }

  /** Whether a type allows a value; a problem where it does not. */
  public boolean check(int line, String value, Function<String, String> type) {
    try {
      type.apply(value);
      return true;
    } catch (IllegalArgumentException e) {
      add(line, value, e.getMessage());
      return false;
    }
  }

  /** A place from which the file cannot be read on. */
  public void addUnreadable(int line, String why) {
    problems.add(file.key(), at(line), why);
  }

  /** Tells how many problems were not shown. */
  public void close() {
    if (count > SHOWN) {
      problems.add(
          file.key(),
          file.written(),
          String.format(Locale.ROOT, "has %,d more such problems", count - SHOWN));
    }
  }

  private String at(int line) {
    return line < 1 ? file.written() : file.written() + ":" + line;
  }
}
