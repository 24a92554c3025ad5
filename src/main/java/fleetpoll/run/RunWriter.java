package fleetpoll.run;

import fleetpoll.record.BinSummary;
import fleetpoll.record.Bins;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stores a finished run. If a file cannot be written, the others still are, and the run records
 * which is missing and why.
 */
public final class RunWriter {

  private static final List<String> LATER =
      List.of(
          RunFolder.ERRORS,
          RunFolder.LOGINS,
          RunFolder.TIMELINE,
          RunFolder.SAMPLES,
          RunFolder.DEVICE_TIMELINE,
          RunFolder.HISTOGRAMS);

  private final RunFolder folder;
  private final FleetRecorder fleet;
  private final List<String> devices;
  private final List<String> endpoints;
  private final RunSeconds seconds;
  private final List<StoredFile> files = new ArrayList<>();

  /**
   * Stores what {@code fleet} recorded under {@code settings} in {@code folder}; of its {@code
   * seconds} and of the samples taken at the same time, what is not there yet.
   */
  public RunWriter(
      RunFolder folder, FleetSettings settings, FleetRecorder fleet, RunSeconds seconds) {
    this.folder = folder;
    this.fleet = fleet;
    this.seconds = seconds;
    this.devices = settings.deviceIds();
    this.endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
  }

  /**
   * Writes every file, those first without which a run is worth little.
   *
   * @return the run as {@code run.json} contains it, if that could be written
   */
  public Run write(Run run, FileSteps steps) {
    files.clear();
    devices(steps);
    Run early = run.stored(withoutLater(steps.missing()), files);
    boolean stored = steps.attempt(RunFolder.RUN, () -> folder.write(early));
    others(run.start(), run.end(), steps);
    Run whole = run.stored(steps.missing(), files);
    if (stored) {
      // If it does not fit, the first one stays: it knows of fewer files.
      new FileSteps(List.of()).attempt(RunFolder.RUN, () -> folder.write(whole));
    }
    return whole;
  }

  /** Nobody who kills the process meanwhile leaves a run that claims to be whole. */
  private List<Missing> withoutLater(List<Missing> missing) {
    return Stream.concat(
            missing.stream(),
            LATER.stream()
                .filter(file -> fleet.logins().isPresent() || !file.equals(RunFolder.LOGINS))
                .map(file -> new Missing(file, "the run ended before it was complete")))
        .toList();
  }

  /**
   * Writes every file except {@code run.json}, for a run that could not be put together.
   *
   * @param start of the measured window
   * @param end of the measured window
   */
  public void writeMeasurements(Instant start, Instant end, FileSteps steps) {
    devices(steps);
    others(start, end, steps);
  }

  private void devices(FileSteps steps) {
    steps.attempt(folder.path().toString(), () -> Files.createDirectories(folder.path()));
    steps.attempt(
        RunFolder.DEVICES,
        () -> files.add(folder.devicesFile().write(perEndpoint(this::deviceRow))));
  }

  private void others(Instant start, Instant end, FileSteps steps) {
    steps.attempt(RunFolder.ERRORS, () -> files.add(folder.errorsFile().write(errors())));
    fleet
        .logins()
        .ifPresent(
            logins ->
                steps.attempt(
                    RunFolder.LOGINS,
                    () ->
                        files.add(
                            folder.loginsFile().write(Logins.rows(logins, devices).stream()))));
    seconds.complete(folder, steps, files);
    steps.attempt(
        RunFolder.DEVICE_TIMELINE,
        () -> files.add(folder.deviceTimelineFile().write(this::timelines)));
    steps.attempt(
        RunFolder.HISTOGRAMS,
        () ->
            files.add(
                new HistogramLog(folder.path().resolve(RunFolder.HISTOGRAMS))
                    .write(fleet, devices, endpoints, start, end)));
  }

  private record Cell(int device, int endpoint) {}

  private <T> Stream<T> perEndpoint(Function<Cell, T> row) {
    return IntStream.range(0, devices.size())
        .boxed()
        .flatMap(d -> IntStream.range(0, endpoints.size()).mapToObj(e -> new Cell(d, e)))
        .map(row);
  }

  private DeviceRow deviceRow(Cell cell) {
    return DeviceRow.of(
        devices.get(cell.device),
        endpoints.get(cell.endpoint),
        fleet.device(cell.device).summarise(cell.endpoint),
        Silence.of(devices, fleet, cell.device));
  }

  /** Loops: the largest of the files by far, and streams take a fifth of its time. */
  private void timelines(CsvFile.Rows<DeviceTimelineRow> file) throws IOException {
    Bins bins = fleet.bins();
    for (int device = 0; device < devices.size(); device++) {
      for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
        for (int bin = 0; bin < bins.count(); bin++) {
          BinSummary polls = fleet.device(device).bin(endpoint, bin);
          if (polls.planned() > 0) {
            file.add(
                DeviceTimelineRow.of(
                    devices.get(device), endpoints.get(endpoint), bins, bin, polls));
          }
        }
      }
    }
  }

  private Stream<ErrorRow> errors() {
    return perEndpoint(
            cell ->
                fleet.device(cell.device).errors(cell.endpoint).stream()
                    .map(
                        error ->
                            ErrorRow.of(
                                devices.get(cell.device),
                                endpoints.get(cell.endpoint),
                                error,
                                fleet.windowStartNanos())))
        .flatMap(Function.identity());
  }
}
