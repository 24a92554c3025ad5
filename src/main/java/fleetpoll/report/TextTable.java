package fleetpoll.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first to the left, the others, numbers, to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  public void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String space = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? cell + space : GAP + space + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
