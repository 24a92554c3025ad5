package fleetpoll.compare;

import fleetpoll.figure.OneLine;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A comparison on the console. */
public final class ComparisonText {

  private ComparisonText() {}

  /** A table of the figures, what follows from them, and where the files are. */
  public static List<String> lines(Comparison comparison, ComparisonFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add(ComparisonWords.headline(comparison));
    lines.addAll(table(comparison));
    lines.addAll(ComparisonWords.against(comparison));
    ComparisonCautions.of(comparison).forEach(caution -> lines.add("CAUTION: " + caution));
    lines.add("Comparison: " + DevicesPage.url(folder.page()));
    lines.add("Text:       " + DevicesPage.url(folder.text()));
    lines.add("Table:      " + DevicesPage.url(folder.table()));
    return lines.stream().map(OneLine::of).toList();
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
