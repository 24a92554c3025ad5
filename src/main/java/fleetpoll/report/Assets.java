package fleetpoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a page's looks and behaviour need.
 *
 * @param style the one style sheet
 * @param scripts in the order in which they run; each may use the names of those before it
 */
record Assets(Asset style, List<Asset> scripts) {

  private static final List<String> STYLES = List.of("page.css", "tables.css", "charts.css");

  private static final List<String> SCRIPTS =
      List.of(
          "numbers.js",
          "elements.js",
          "csv.js",
          "fleet.js",
          "charts.js",
          "paper.js",
          "panels.js",
          "time.js",
          "cells.js",
          "heat.js",
          "key.js",
          "map.js",
          "device.js",
          "ranking.js",
          "table.js",
          "percentiles.js",
          "distribution.js");

  private static final List<String> STYLES_OF_COMPARISON =
      List.of("page.css", "tables.css", "charts.css", "comparison.css");

  private static final List<String> SCRIPTS_OF_COMPARISON =
      List.of(
          "numbers.js", "elements.js", "charts.js", "paper.js", "percentiles.js", "comparison.js");

  private static final List<String> STYLES_OF_STUDY =
      List.of("page.css", "tables.css", "charts.css", "study.css");

  private static final List<String> SCRIPTS_OF_STUDY =
      List.of("numbers.js", "elements.js", "charts.js", "paper.js", "study.js");

  /** Those of a devices page. */
  static Assets load() {
    return load(STYLES, SCRIPTS);
  }

  static Assets ofComparison() {
    return load(STYLES_OF_COMPARISON, SCRIPTS_OF_COMPARISON);
  }

  static Assets ofStudy() {
    return load(STYLES_OF_STUDY, SCRIPTS_OF_STUDY);
  }

  private static Assets load(List<String> styleSheets, List<String> ownScripts) {
    WebJar uPlot = WebJar.npm("uplot");
    String licence = "/*\n" + uPlot.text("LICENSE") + "*/\n";
    List<Asset> scripts = new ArrayList<>();
    scripts.add(Asset.of(licence + uPlot.text("dist/uPlot.iife.min.js")));
    ownScripts.forEach(name -> scripts.add(Asset.load(name)));
    String style =
        Stream.concat(
                Stream.of(licence + uPlot.text("dist/uPlot.min.css")),
                styleSheets.stream().map(Asset::text))
            .collect(Collectors.joining("\n"));
    return new Assets(Asset.of(style), scripts);
  }
}
