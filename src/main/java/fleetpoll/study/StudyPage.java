package fleetpoll.study;

import fleetpoll.report.Assets;
import fleetpoll.report.ScriptJson;
import fleetpoll.report.Templates;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.text.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code study.html}: a concurrency study, as one file that loads nothing from elsewhere. */
public final class StudyPage {

  private static final String STYLE = "study/study.css";

  private static final List<String> SCRIPTS = List.of("study/study.js");

  private StudyPage() {}

  /**
   * Draws the page from {@code folder} alone and puts it there, over one that may be there already.
   *
   * @return where the page is
   * @throws IOException if a file of the folder cannot be read, or the page cannot be written
   */
  public static Path draw(StudyFolder folder) throws IOException {
    return draw(folder, damage -> {});
  }

  /** The same; tells in a sentence if the cells are damaged, which the page then does not show. */
  public static Path draw(StudyFolder folder, Consumer<String> damage) throws IOException {
    Study study = folder.study();
    List<String> cautions = new ArrayList<>();
    List<StudyRow> rows = List.of();
    try {
      rows = folder.rows();
    } catch (DamagedFile e) {
      cautions.add("Damaged file %s: %s. So the page shows no cells.".formatted(e.file(), e.why()));
    }
    cautions.forEach(damage);
    return new WholeFile(folder.page()).write(html(study, rows, cautions));
  }

  static String html(Study study, List<StudyRow> rows) throws IOException {
    return html(study, rows, List.of());
  }

  private static String html(Study study, List<StudyRow> rows, List<String> damage)
      throws IOException {
    Map<String, Object> model = new HashMap<>();
    List<StudyCell> cells = StudyCell.of(study, rows);
    model.put("assets", Assets.ofCharts(STYLE, SCRIPTS));
    model.put("data", ScriptJson.of(StudyData.of(cells)));
    model.put("study", study);
    model.put("words", StudyText.words(study, rows));
    // On the page nothing precedes a caution's sentence.
    model.put(
        "cautions",
        Stream.concat(
                damage.stream(), StudyText.cautions(study, rows).stream().map(Sentence::begin))
            .toList());
    model.put("oneRun", StudyText.ONE_RUN);
    model.put("cells", cells);
    model.put("requests", rows.stream().map(StudyRow::n).distinct().sorted().toList());
    model.put("limits", limits(rows));
    model.put("mostCpuS", most(cells, StudyCell::cpuS));
    model.put("mostMb", most(cells, cell -> cell.row().peakRssMb()));
    return Templates.page("study/study", model);
  }

  /**
   * The limits that a reader can choose. The limit 1 is a choice only if it is the only one: it is
   * drawn next to each of the others.
   */
  private static List<Integer> limits(List<StudyRow> rows) {
    List<Integer> all = rows.stream().map(StudyRow::m).distinct().sorted().toList();
    List<Integer> several = all.stream().filter(m -> m > 1).toList();
    return several.isEmpty() ? all : several;
  }

  private static double most(List<StudyCell> cells, Function<StudyCell, Double> figure) {
    return cells.stream()
        .map(figure)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }
}
