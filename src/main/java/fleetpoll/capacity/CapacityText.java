package fleetpoll.capacity;

import fleetpoll.figure.OneLine;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A search's answer on the console, in plain ASCII but for names from outside. */
public final class CapacityText {

  private CapacityText() {}

  /** The answer of each target and what goes with it, and where the files are. */
  public static List<String> lines(Capacity capacity, CapacityFolder folder) {
    List<String> lines = new ArrayList<>();
    boolean several = capacity.findings().size() > 1;
    for (TargetFinding finding : capacity.findings()) {
      String name = several ? finding.target() + ": " : "";
      lines.add(name + CapacityWords.answer(finding, capacity.claim()));
      FindingWords.of(finding, capacity.trials(finding.target()))
          .forEach(words -> lines.add("  " + words));
    }
    if (several) {
      lines.addAll(table(capacity));
      lines.addAll(CapacityContrast.sentences(capacity.findings()));
    }
    lines.add(CapacityWords.cost(capacity));
    CapacityCautions.of(capacity).forEach(caution -> lines.add("CAUTION: " + caution));
    lines.add("Capacity: " + DevicesPage.url(folder.page()));
    lines.add("Text:     " + DevicesPage.url(folder.text()));
    lines.add("Table:    " + DevicesPage.url(folder.table()));
    return lines.stream().map(CapacityText::ascii).map(OneLine::of).toList();
  }

  private static List<String> table(Capacity capacity) {
    TextTable table = new TextTable();
    table.add(TargetRow.COLUMNS);
    TargetRow.of(capacity)
        .forEach(row -> table.add(row.cells().stream().map(CapacityText::signs).toList()));
    return table.lines();
  }

  private static String signs(String cell) {
    return cell.replace("≥ ", ">= ");
  }

  /** Not every terminal shows these signs. */
  static String ascii(String text) {
    return text.replace("≥ ", "at least ").replace("≤ ", "at most ");
  }
}
