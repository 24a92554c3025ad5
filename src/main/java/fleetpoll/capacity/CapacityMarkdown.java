package fleetpoll.capacity;

import fleetpoll.figure.MarkdownText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** {@code capacity.md}: what was found, for a pull request. */
final class CapacityMarkdown {

  private CapacityMarkdown() {}

  static List<String> lines(Capacity capacity) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "## Capacity of "
            + capacity.targets().stream().map(MarkdownText::of).collect(Collectors.joining(", ")));
    capacity
        .findings()
        .forEach(finding -> MarkdownText.addParagraph(lines, answer(finding, capacity)));
    MarkdownText.addCautions(lines, CapacityCautions.of(capacity));
    lines.add("");
    lines.addAll(table(TargetRow.of(capacity)));
    if (capacity.findings().size() > 1) {
      MarkdownText.addList(lines, CapacityContrast.sentences(capacity.findings()));
    }
    capacity
        .findings()
        .forEach(
            finding -> {
              MarkdownText.addParagraph(
                  lines, "**%s**".formatted(MarkdownText.of(finding.target())));
              MarkdownText.addList(
                  lines, FindingWords.of(finding, capacity.trials(finding.target())));
            });
    MarkdownText.addParagraph(lines, MarkdownText.of(CapacityWords.rule(capacity.claim())));
    MarkdownText.addParagraph(lines, MarkdownText.of(CapacityWords.cost(capacity)));
    MarkdownText.addList(lines, CapacityCautions.caveats(capacity));
    lines.add("");
    return lines;
  }

  private static String answer(TargetFinding finding, Capacity capacity) {
    String answer = MarkdownText.of(CapacityWords.answer(finding, capacity.claim()));
    return capacity.findings().size() == 1
        ? answer
        : "**%s**: %s".formatted(MarkdownText.of(finding.target()), answer);
  }

  private static List<String> table(List<TargetRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(TargetRow.COLUMNS));
    List<String> rule = new ArrayList<>(List.of("---"));
    rule.addAll(Collections.nCopies(TargetRow.COLUMNS.size() - 1, "---:"));
    lines.add("| " + String.join(" | ", rule) + " |");
    rows.forEach(row -> lines.add(row(row.cells())));
    return lines;
  }

  private static String row(List<String> cells) {
    return cells.stream().map(MarkdownText::of).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
