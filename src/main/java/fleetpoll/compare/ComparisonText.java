package fleetpoll.compare;

import fleetpoll.figure.OneLine;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A comparison on the console. */
public final class ComparisonText {

  private ComparisonText() {}

  /** A table of the figures, what follows from them, and where those files are that are there. */
  public static List<String> lines(Comparison comparison, ComparisonFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add(ComparisonWords.headline(comparison));
    lines.addAll(table(comparison));
    lines.addAll(ComparisonWords.against(comparison));
    ComparisonCautions.of(comparison).forEach(caution -> lines.add("CAUTION: " + caution));
    addFile(lines, "Comparison: ", folder.page());
    addFile(lines, "Text:       ", folder.text());
    addFile(lines, "Table:      ", folder.table());
    return lines.stream().map(OneLine::of).toList();
  }

  private static void addFile(List<String> lines, String title, Path file) {
    if (Files.exists(file)) {
      lines.add(title + DevicesPage.url(file));
    }
  }

  private static List<String> table(Comparison comparison) {
    ShortTable figures = ShortTable.of(comparison);
    TextTable table = new TextTable();
    table.add(figures.header());
    figures
        .rows()
        .forEach(
            row ->
                table.add(
                    row.stream().map(cell -> cell.struck() ? "INVALID" : cell.text()).toList()));
    return table.lines();
  }
}
