package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Usage;
import fleetpoll.schedule.MissedCause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The data that the templates and scripts of the devices' page use. */
final class PageModel {

  private PageModel() {}

  static Map<String, Object> of(StoredRun stored) throws IOException {
    Map<String, Object> model = new HashMap<>();
    addHead(model, stored);
    addTables(model, stored);
    addData(model, stored);
    return model;
  }

  private static void addHead(Map<String, Object> model, StoredRun stored) {
    Run run = stored.run();
    model.put("assets", DevicesPage.assets());
    model.put("run", run);
    model.put("headline", Headline.of(run, stored.progress()));
    List<String> cautions = new ArrayList<>(stored.damage());
    cautions.addAll(Cautions.of(run, stored.missing()));
    model.put("cautions", cautions);
    model.put("duration", WindowText.of(run));
    // Gatling writes it after this page, but only for a run that has ended.
    model.put("gatlingReport", run.isRunning() ? null : RunFolder.GATLING_REPORT);
    model.put("tiles", Tiles.of(run));
    model.put("checks", Checks.of(run.verdict()));
    model.put("silences", Silences.of(run, stored.devices().orElse(List.of())));
    model.put("stalls", StallText.of(run));
    model.put("longStalls", StallText.longer(run));
  }

  private static void addTables(Map<String, Object> model, StoredRun stored) {
    Run run = stored.run();
    List<ErrorRow> errors = stored.errors().orElse(List.of());
    model.put("endpoints", run.endpoints().stream().map(EndpointView::new).toList());
    model.put("causes", causes(run));
    model.put("connections", ConnectionText.of(run));
    model.put("errors", ErrorGroup.of(errors));
    model.put("server", usage(run.resources().target()));
    model.put("generator", usage(run.resources().generator()));
    model.put("host", usage(run.resources().host()));
    model.put("resourcesAreKnown", areKnown(run.resources()));
  }

  private static void addData(Map<String, Object> model, StoredRun stored) throws IOException {
    List<String> endpoints = stored.endpoints();
    model.put("devicesState", stored.state(RunFolder.DEVICES));
    model.put("errorsState", stored.state(RunFolder.ERRORS));
    model.put("timelineState", stored.state(RunFolder.TIMELINE));
    model.put("samplesState", stored.state(RunFolder.SAMPLES));
    model.put("mapState", stored.state(RunFolder.DEVICE_TIMELINE));
    model.put("distributionsState", stored.state(RunFolder.HISTOGRAMS));
    model.put("samplesAreThere", stored.resources().isPresent());
    model.put("devicesAreThere", stored.devices().isPresent());
    model.put("loginsAreThere", loginsAreThere(stored));
    model.put("errorsAreThere", stored.errors().isPresent());
    model.put("timelineIsThere", stored.timeline().isPresent());
    model.put("mapIsThere", stored.map().isPresent());
    model.put("distributionsAreThere", stored.distributions().isPresent());
    model.put(
        "devicesData",
        ScriptJson.of(
            DeviceData.of(
                stored.run().devices(),
                endpoints,
                stored.devices().orElse(List.of()),
                stored.errors().orElse(List.of()))));
    model.put("timelineData", json(stored.timeline()));
    model.put("resourceData", json(stored.resources()));
    model.put("eventData", ScriptJson.of(stored.run().events()));
    model.put("mapData", json(stored.map()));
    model.put(
        "distributionData",
        json(stored.distributions().map(d -> DistributionData.of(endpoints, d))));
  }

  private static String json(Optional<?> data) {
    return data.map(ScriptJson::of).orElse("null");
  }

  /** The page only names the file. A checkpoint of an earlier Fleetpoll does not contain it. */
  private static boolean loginsAreThere(StoredRun stored) {
    return stored.run().isRunning()
        ? stored.run().file(RunFolder.LOGINS).isPresent()
        : stored.missing().stream().noneMatch(file -> file.file().equals(RunFolder.LOGINS));
  }

  private static boolean areKnown(Resources resources) {
    return Stream.of(resources.target(), resources.generator(), resources.host())
        .anyMatch(usage -> !usage(usage).equals(Usage.UNKNOWN));
  }

  private static Usage usage(Usage usage) {
    return usage == null ? Usage.UNKNOWN : usage;
  }

  /** An endpoint's totals with figures that a template cannot calculate. */
  record EndpointView(EndpointTotals totals) {
    public List<EndpointTimes> times() {
      return EndpointTimes.of(totals);
    }

    public String success() {
      return Unit.PERCENT.number(Numbers.percentOf(totals.ok(), totals.sent()));
    }
  }

  /**
   * The causes of missed polls to show: without a storm or a failure no device stays away, and not
   * all log in.
   */
  private static List<String> causes(Run run) {
    return run.endpoints().stream()
        .flatMap(endpoint -> endpoint.missedBy().keySet().stream())
        .distinct()
        .filter(c -> hasBackOff(run) || !c.equals(MissedCause.BACK_OFF.toString()))
        .filter(c -> run.logins() != null || !c.equals(MissedCause.LOGIN.toString()))
        .toList();
  }

  private static boolean hasBackOff(Run run) {
    return !run.storms().isEmpty()
        || run.endpoints().stream().anyMatch(e -> e.missed(MissedCause.BACK_OFF) > 0);
  }
}
