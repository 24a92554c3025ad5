package fleetpoll.report;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code devices.html}: a run device by device, as one file that needs no other and asks nobody for
 * anything.
 */
public final class DevicesPage {

  private static final PebbleEngine TEMPLATES = templates();

  private DevicesPage() {}

  /**
   * Draws the page from {@code folder} alone and puts it there, over one that may be there already.
   *
   * @return where the page is
   * @throws IOException when {@code run.json} is missing, another file of the folder is there and
   *     cannot be read, or the page cannot be written
   */
  public static Path draw(RunFolder folder) throws IOException {
    String html = html(StoredRun.read(folder));
    // Unlike Files.writeString, getBytes does not fail on half a surrogate pair.
    return Files.write(folder.devicesPage(), html.getBytes(StandardCharsets.UTF_8));
  }

  /** A page as a browser's address line takes it: {@code file:///...}. */
  public static String url(Path page) {
    return page.toUri().toString();
  }

  static String html(StoredRun stored) throws IOException {
    StringWriter html = new StringWriter();
    TEMPLATES.getTemplate("devices").evaluate(html, model(stored), Locale.ROOT);
    return html.toString();
  }

  private static Map<String, Object> model(StoredRun stored) throws IOException {
    Run run = stored.run();
    List<ErrorRow> errors = stored.errors().orElse(List.of());
    Map<String, Object> model = new HashMap<>();
    model.put("style", Asset.load("devices.css"));
    model.put("script", Asset.load("devices.js"));
    model.put("run", run);
    model.put("headline", Headline.of(run));
    model.put("cautions", Cautions.of(run, stored.missing()));
    model.put("duration", Durations.rounded(Headline.duration(run)));
    model.put("gatlingReport", RunFolder.GATLING_REPORT);
    model.put("endpoints", run.endpoints().stream().map(EndpointView::new).toList());
    model.put("causes", causes(run));
    model.put("errors", ErrorGroup.of(errors));
    model.put("errorsAreThere", stored.errors().isPresent());
    model.put("devicesAreThere", stored.devices().isPresent());
    model.put("data", ScriptJson.of(data(stored, errors)));
    return model;
  }

  /** An endpoint's totals with what a template cannot reckon. */
  record EndpointView(EndpointTotals totals) {
    public String success() {
      return Figures.percent(totals.ok(), totals.sent());
    }
  }

  private static List<String> causes(Run run) {
    return run.endpoints().stream()
        .flatMap(endpoint -> endpoint.missedBy().keySet().stream())
        .distinct()
        .toList();
  }

  private static DeviceData data(StoredRun stored, List<ErrorRow> errors) throws IOException {
    return DeviceData.of(
        stored.run().endpoints().stream().map(EndpointTotals::name).toList(),
        stored.devices().orElse(List.of()),
        errors);
  }

  private static PebbleEngine templates() {
    ClasspathLoader loader = new ClasspathLoader(DevicesPage.class.getClassLoader());
    loader.setPrefix("fleetpoll/report");
    loader.setSuffix(".html");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .extension(new PageFilters())
        .build();
  }
}
