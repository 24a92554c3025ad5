package fleetpoll.capacity;

import fleetpoll.report.Assets;
import fleetpoll.report.ScriptJson;
import fleetpoll.report.Templates;
import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code capacity.html}: a search for a capacity, as one file that loads nothing from elsewhere.
 */
final class CapacityPage {

  private static final String STYLE = "capacity/capacity.css";

  private static final List<String> SCRIPTS =
      List.of("capacity/marks.js", "capacity/scales.js", "capacity/capacity.js");

  private CapacityPage() {}

  /**
   * Draws the page into the folder, which must exist.
   *
   * @throws IOException if it cannot be written
   */
  static Path draw(Capacity capacity, CapacityFolder folder) throws IOException {
    return new WholeFile(folder.page()).write(html(capacity, folder));
  }

  private static String html(Capacity capacity, CapacityFolder folder) throws IOException {
    boolean several = capacity.findings().size() > 1;
    Map<String, Object> model = new HashMap<>();
    model.put("assets", Assets.ofCharts(STYLE, SCRIPTS));
    model.put("data", ScriptJson.of(CapacityData.of(capacity)));
    model.put("title", String.join(", ", capacity.targets()));
    model.put("capacity", capacity);
    model.put("several", several);
    model.put("answers", CapacityView.answers(capacity));
    model.put("rule", CapacityWords.rule(capacity.claim()));
    model.put("spent", CapacityWords.seconds(capacity.spentS()));
    model.put("cautions", CapacityCautions.of(capacity));
    model.put("caveats", CapacityCautions.caveats(capacity));
    model.put("contrasts", several ? CapacityContrast.sentences(capacity.findings()) : List.of());
    model.put("tableColumns", TargetRow.COLUMNS);
    model.put("rows", several ? TargetRow.of(capacity) : List.of());
    model.put("columns", CapacityView.columns(capacity));
    model.put("trials", CapacityView.trials(capacity, folder));
    return Templates.page("capacity/capacity", model);
  }
}
