package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.report.Assets;
import fleetpoll.report.ScriptJson;
import fleetpoll.report.Templates;
import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code compare.html}: servers side by side, as one file that loads nothing from elsewhere. */
public final class ComparisonPage {

  private static final String STYLE = "compare/comparison.css";

  private static final List<String> SCRIPTS = List.of("compare/forest.js", "compare/comparison.js");

  private ComparisonPage() {}

  /**
   * Draws the page into the folder, which must exist.
   *
   * @throws IOException if it cannot be written
   */
  public static Path draw(Comparison comparison, ComparisonFolder folder) throws IOException {
    String html = Templates.page("compare/compare", model(comparison, folder));
    return new WholeFile(folder.page()).write(html);
  }

  private static Map<String, Object> model(Comparison comparison, ComparisonFolder folder) {
    Map<String, Object> model = new HashMap<>();
    List<String> notDrawn = new ArrayList<>();
    model.put("assets", Assets.ofCharts(STYLE, SCRIPTS));
    model.put("data", ScriptJson.of(ComparisonData.of(comparison, notDrawn)));
    model.put("forest", ScriptJson.of(ForestData.of(comparison)));
    model.put("notDrawn", notDrawn);
    model.put("title", String.join(", ", comparison.targets()));
    model.put("comparison", comparison);
    model.put("reference", comparison.reference().orElse(""));
    model.put("headline", ComparisonWords.headline(comparison));
    model.put("words", ComparisonWords.against(comparison));
    model.put("cautions", ComparisonCautions.of(comparison));
    model.put("caveats", ComparisonCautions.caveats(comparison));
    model.put("groups", ComparisonView.groups(comparison));
    model.put("runs", ComparisonView.runs(comparison, folder.path()));
    model.put("servers", ComparisonView.servers(comparison));
    model.put("first", comparison.runs().get(0).run());
    model.put("parameters", common(comparison));
    return model;
  }

  /** The parameters that are the same in all runs. The page shows those that differ on top. */
  private static List<Parameter> common(Comparison comparison) {
    return comparison.runs().get(0).run().parameters().stream()
        .filter(
            parameter ->
                comparison.runs().stream()
                    .allMatch(
                        run ->
                            run.run().parameters().stream()
                                .anyMatch(
                                    other ->
                                        other.key().equals(parameter.key())
                                            && other.value().equals(parameter.value()))))
        .toList();
  }
}
