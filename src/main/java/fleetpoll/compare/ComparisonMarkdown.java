package fleetpoll.compare;

import fleetpoll.figure.MarkdownText;
import fleetpoll.figure.Numbers;
import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** {@code compare.md}: a comparison for a pull request. */
final class ComparisonMarkdown {

  private ComparisonMarkdown() {}

  /** Writes the text into the folder, which must exist. */
  static Path write(Comparison comparison, ComparisonFolder folder) throws IOException {
    return new WholeFile(folder.text()).write(String.join("\n", lines(comparison)));
  }

  static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "## "
            + comparison.targets().stream()
                .map(MarkdownText::of)
                .collect(Collectors.joining(", ")));
    MarkdownText.addParagraph(lines, MarkdownText.of(ComparisonWords.headline(comparison)));
    MarkdownText.addCautions(lines, ComparisonCautions.of(comparison));
    lines.add("");
    lines.addAll(figures(comparison));
    MarkdownText.addList(lines, ComparisonWords.against(comparison));
    if (hasRanks(comparison)) {
      MarkdownText.addParagraph(lines, "Ranks; equal if no difference can be claimed:");
      lines.add("");
      lines.addAll(ranks(comparison));
    }
    addVersions(lines, ComparisonView.servers(comparison));
    MarkdownText.addParagraph(lines, "Caveats:");
    MarkdownText.addList(lines, ComparisonCautions.caveats(comparison));
    lines.add("");
    return lines;
  }

  private static void addVersions(List<String> lines, List<ComparisonView.Server> servers) {
    if (!servers.isEmpty()) {
      MarkdownText.addParagraph(lines, "Versions:");
      MarkdownText.addList(
          lines, servers.stream().map(one -> one.target() + ": " + one.versions()).toList());
    }
  }

  private static List<String> figures(Comparison comparison) {
    ShortTable table = ShortTable.of(comparison);
    return table(
        table.header().stream().map(MarkdownText::of).toList(),
        table.rows().stream()
            .map(row -> row.stream().map(ComparisonMarkdown::cell).toList())
            .toList());
  }

  private static String cell(ShortTable.Cell cell) {
    return cell.struck()
        ? "~~%s~~ INVALID".formatted(MarkdownText.of(cell.text()))
        : MarkdownText.of(cell.text());
  }

  private static boolean hasRanks(Comparison comparison) {
    return comparison.figures().stream()
        .flatMap(figure -> figure.targets().stream())
        .anyMatch(target -> target.rank() != null);
  }

  private static List<String> ranks(Comparison comparison) {
    List<String> header = new ArrayList<>(List.of("figure"));
    comparison.targets().stream().map(MarkdownText::of).forEach(header::add);
    List<List<String>> rows = new ArrayList<>();
    for (FigureComparison figure : comparison.figures()) {
      if (FigureText.isShort(figure)) {
        List<String> row = new ArrayList<>(List.of(MarkdownText.of(figure.text())));
        figure
            .targets()
            .forEach(t -> row.add(t.rank() == null ? Numbers.NONE : t.rank().toString()));
        rows.add(row);
      }
    }
    return table(header, rows);
  }

  private static List<String> table(List<String> header, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(header));
    List<String> rule = new ArrayList<>(List.of("---"));
    rule.addAll(Collections.nCopies(header.size() - 1, "---:"));
    lines.add(row(rule));
    rows.forEach(row -> lines.add(row(row)));
    return lines;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
