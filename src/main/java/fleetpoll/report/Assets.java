package fleetpoll.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style sheet and the scripts of a page.
 *
 * @param style the one style sheet
 * @param scripts in the order in which they run; each may use the names of those before it
 */
public record Assets(Asset style, List<Asset> scripts) {

  private static final List<String> STYLES =
      List.of("page/page.css", "page/tables.css", "page/charts.css");

  private static final List<String> SCRIPTS =
      List.of(
          "page/numbers.js",
          "page/elements.js",
          "page/charts.js",
          "page/graph.js",
          "page/paper.js");

  /**
   * The chart library followed by the page's own style sheets and scripts.
   *
   * @param styleSheets resources below {@code fleetpoll}, such as {@code page/page.css}
   * @param ownScripts likewise, in the order in which they run
   */
  public static Assets load(List<String> styleSheets, List<String> ownScripts) {
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

  /**
   * Those of a page of charts: what all pages share, then its own.
   *
   * @param ownStyle a resource below {@code fleetpoll}, such as {@code study/study.css}
   * @param ownScripts likewise, in the order in which they run
   */
  public static Assets ofCharts(String ownStyle, List<String> ownScripts) {
    return load(
        Stream.concat(STYLES.stream(), Stream.of(ownStyle)).toList(),
        Stream.concat(SCRIPTS.stream(), ownScripts.stream()).toList());
  }

  /**
   * A library for browsers that lies on the class path as a WebJar. Its paths contain its version,
   * which is read from the jar itself, so that only the build names it.
   */
  private record WebJar(String name, String version) {

    static WebJar npm(String name) {
      String description = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
      try (InputStream in = WebJar.class.getResourceAsStream(description)) {
        Properties properties = new Properties();
        properties.load(in);
        return new WebJar(name, properties.getProperty("version"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** One of its files, such as {@code LICENSE}. */
    String text(String path) {
      String resource = "/META-INF/resources/webjars/%s/%s/%s".formatted(name, version, path);
      try (InputStream in = WebJar.class.getResourceAsStream(resource)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
