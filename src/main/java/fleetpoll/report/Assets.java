package fleetpoll.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the page's looks and behaviour need.
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
          "panels.js",
          "time.js",
          "cells.js",
          "heat.js",
          "key.js",
          "map.js",
          "device.js",
          "ranking.js",
          "table.js",
          "distribution.js",
          "page.js");

  static Assets load() {
    WebJar uPlot = WebJar.npm("uplot");
    String licence = "/*\n" + uPlot.text("LICENSE") + "*/\n";
    List<Asset> scripts = new ArrayList<>();
    scripts.add(Asset.of(licence + uPlot.text("dist/uPlot.iife.min.js")));
    SCRIPTS.forEach(name -> scripts.add(Asset.load(name)));
    String style =
        Stream.concat(
                Stream.of(licence + uPlot.text("dist/uPlot.min.css")),
                STYLES.stream().map(Asset::text))
            .collect(Collectors.joining("\n"));
    return new Assets(Asset.of(style), scripts);
  }
}
