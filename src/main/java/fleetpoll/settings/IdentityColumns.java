package fleetpoll.settings;

import fleetpoll.config.RowProblems;
import fleetpoll.config.TextPattern;
import fleetpoll.settings.body.PollValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of an identities file.
 *
 * @param names in the order of the file
 * @param separator between the values
 */
record IdentityColumns(List<String> names, Separator separator) {

  private static final String ID = "id";
  private static final TextPattern ID_FORM =
      TextPattern.of(
          "[!-~]([ -~]{0,126}[!-~])?",
          "must be an id of 1 to 128 printable ASCII characters, no space first or last");

  /** Checks a header. */
  static IdentityColumns read(
      String[] header, Separator separator, int line, RowProblems problems) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      boolean isFirst = seen.add(name);
      Optional<String> wrong = wrong(name, separator);
      if (wrong.isPresent()) {
        problems.add(line, name, wrong.get());
      } else if (!isFirst) {
        problems.add(line, name, "must be one column only");
      } else {
        problems.check(line, name, TextPattern.NAME);
      }
    }
    if (!seen.contains(ID)) {
      problems.add(line, String.join(",", header), "must have a column id");
    }
    return new IdentityColumns(List.of(header), separator);
  }

  /** Why it is no column's name, whatever its form; empty if that is not wrong. */
  private static Optional<String> wrong(String name, Separator separator) {
    Optional<Separator> other = separator.otherIn(name);
    if (other.isPresent()) {
      return Optional.of(
          "must not contain %s: the separator is %s".formatted(other.get(), separator));
    }
    if (name.equals(Identities.DEVICE)) {
      return Optional.of("must not be a column's name: #{device} is the id");
    }
    return PollValue.FORMS.contains(name)
        ? Optional.of("must not be a column's name: #{%s} is the poll's".formatted(name))
        : Optional.empty();
  }

  /** The placeholders for endpoints: the id as {@code device}, and the further columns. */
  List<String> placeholders() {
    return Stream.concat(
            Stream.of(Identities.DEVICE), names.stream().filter(name -> !name.equals(ID)))
        .toList();
  }

  /** Checks a row; empty if something is wrong with it, or if there is no column of ids. */
  Optional<Identity> identity(String[] row, int line, RowProblems problems) {
    if (row.length != names.size()) {
      boolean hasOther = Arrays.stream(row).anyMatch(cell -> separator.otherIn(cell).isPresent());
      problems.addRow(
          line,
          "must have the %s columns of the header%s, but has %s"
              .formatted(names.size(), hasOther ? ", separated by " + separator : "", row.length));
      return Optional.empty();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean allowed = names.contains(ID);
    for (int i = 0; i < row.length; i++) {
      allowed &= isAllowed(names.get(i), row[i], line, problems);
      attributes.put(names.get(i), row[i]);
    }
    String id = attributes.remove(ID);
    return allowed
        ? Optional.of(new Identity(id, Collections.unmodifiableMap(attributes)))
        : Optional.empty();
  }

  /** Shows only ids: the other columns may contain secrets. */
  private static boolean isAllowed(String name, String cell, int line, RowProblems problems) {
    if (name.equals(ID)) {
      return problems.check(line, cell, ID_FORM);
    }
    boolean isAllowed = TextPattern.NO_CONTROL.form().matcher(cell).matches();
    if (!isAllowed) {
      problems.addRow(line, "the column " + name + " " + TextPattern.NO_CONTROL.allowed());
    }
    return isAllowed;
  }
}
