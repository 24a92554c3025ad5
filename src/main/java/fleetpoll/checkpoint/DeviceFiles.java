package fleetpoll.checkpoint;

import com.fasterxml.jackson.databind.SequenceWriter;
import fleetpoll.record.BinSummary;
import fleetpoll.record.Bins;
import fleetpoll.record.ErrorSummary;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.CsvFile;
import fleetpoll.run.Decimals;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Silence;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files of a checkpoint that have rows of each device. */
final class DeviceFiles implements AutoCloseable {

  private final FleetSettings settings;
  private final List<String> endpoints;
  private final Bins bins;
  private final long windowStartNanos;
  private final int settledBins;
  private final ForcedFile devicesFile;
  private final ForcedFile errorsFile;
  private final SequenceWriter devices;
  private final SequenceWriter errors;
  private final TimelinePart timeline;

  /**
   * @param settledBins how many of the fleet's bins do not change any more
   */
  DeviceFiles(
      Path folder,
      FleetSettings settings,
      FleetRecorder recorder,
      int settledBins,
      TimelinePart timeline)
      throws IOException {
    this.settings = settings;
    this.endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    this.bins = recorder.bins();
    this.windowStartNanos = recorder.windowStartNanos();
    this.settledBins = settledBins;
    this.timeline = timeline;
    Path devicesPath = folder.resolve(RunFolder.DEVICES);
    Path errorsPath = folder.resolve(RunFolder.ERRORS);
    this.devicesFile = ForcedFile.create(devicesPath);
    this.errorsFile = ForcedFile.create(errorsPath);
    this.devices = new CsvFile<>(devicesPath, DeviceRow.class).append(devicesFile, false);
    this.errors = new CsvFile<>(errorsPath, ErrorRow.class).append(errorsFile, false);
  }

  /** Appends the rows of one device. */
  void add(int device, Snapshot snapshot) throws IOException {
    String id = settings.identities().get(device).id();
    Silence silence = Silence.of(id, snapshot.silence(), windowStartNanos);
    for (int e = 0; e < endpoints.size(); e++) {
      devices.write(DeviceRow.of(id, endpoints.get(e), snapshot.summarise(e), silence));
      for (ErrorSummary error : snapshot.errors(e)) {
        errors.write(row(id, endpoints.get(e), error));
      }
      addBins(id, e, snapshot);
    }
  }

  private void addBins(String id, int endpoint, Snapshot snapshot) throws IOException {
    for (int bin = snapshot.fromBin(); bin < snapshot.toBin(); bin++) {
      BinSummary summary = snapshot.bin(endpoint, bin);
      if (summary.planned() > 0) {
        double startS = Decimals.seconds(bin * bins.widthNanos());
        timeline.add(
            DeviceTimelineRow.of(id, endpoints.get(endpoint), startS, summary), bin < settledBins);
      }
    }
  }

  private ErrorRow row(String device, String endpoint, ErrorSummary error) {
    return new ErrorRow(
        device,
        endpoint,
        error.reason(),
        error.count(),
        Decimals.seconds(error.firstNanos() - windowStartNanos),
        Decimals.seconds(error.lastNanos() - windowStartNanos),
        error.message());
  }

  /** All rows are there. */
  void finish() throws IOException {
    devices.flush();
    errors.flush();
  }

  @Override
  public void close() throws IOException {
    try (devicesFile;
        errorsFile) {
      // Each is closed whatever the other throws.
    }
  }
}
