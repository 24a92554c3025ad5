package fleetpoll.report;

import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.unfinished.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** {@code devices.html}: a run device by device, as one file that loads nothing from elsewhere. */
public final class DevicesPage {

  private static final List<String> STYLES =
      List.of("page/page.css", "page/tables.css", "page/charts.css", "devices/glance.css");

  private static final List<String> SCRIPTS =
      List.of(
          "page/numbers.js",
          "page/elements.js",
          "devices/csv.js",
          "devices/fleet.js",
          "page/charts.js",
          "page/graph.js",
          "page/paper.js",
          "devices/panels.js",
          "devices/time.js",
          "devices/cells.js",
          "devices/heat.js",
          "devices/key.js",
          "devices/map.js",
          "devices/device.js",
          "devices/silences.js",
          "devices/ranking.js",
          "devices/table.js",
          "devices/distribution.js");

  /**
   * A page and what it shows. A run that goes on may have come further by now.
   *
   * @param path where the page is
   * @param run that it shows
   * @param progress how far the run had come
   */
  public record Drawn(Path path, Run run, Progress progress) {}

  private DevicesPage() {}

  static Assets assets() {
    return Assets.load(STYLES, SCRIPTS);
  }

  /**
   * Draws the page from {@code folder} alone and puts it there, over one that may be there already.
   *
   * @return where the page is
   * @throws IOException if {@code run.json} is missing or not readable, another file of the folder
   *     is there and cannot be opened, or the page cannot be written
   */
  public static Path draw(RunFolder folder) throws IOException {
    return draw(folder, damage -> {}).path();
  }

  /** The same; tells, in a sentence each, which files are damaged and what is not shown. */
  public static Drawn draw(RunFolder folder, Consumer<String> damage) throws IOException {
    StoredRun stored = StoredRun.read(folder, Instant.now());
    stored.damage().forEach(damage);
    Path page = new WholeFile(folder.devicesPage()).write(html(stored));
    return new Drawn(page, stored.run(), stored.progress());
  }

  /** The address of a page for a browser: {@code file:///...}. */
  public static String url(Path page) {
    return page.toUri().toString();
  }

  static String html(StoredRun stored) throws IOException {
    return Templates.page("devices/devices", PageModel.of(stored));
  }
}
