package fleetpoll.checkpoint;

import fleetpoll.record.BinSummary;
import fleetpoll.record.Bins;
import fleetpoll.record.ErrorSummary;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.record.login.DeviceLogins;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Logins;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Silence;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a checkpoint that have rows of each device. */
final class DeviceFiles {

  private final FleetSettings settings;
  private final List<String> endpoints;
  private final Bins bins;
  private final long windowStartNanos;
  private final int settledBins;
  private final ForcedRows<DeviceRow> devices;
  private final ForcedRows<ErrorRow> errors;
  private final ForcedRows<Logins.Device> logins;
  private final TimelinePart timeline;

  /**
   * @param files closes the files
   * @param settledBins how many of the fleet's bins do not change any more
   */
  DeviceFiles(
      OpenFiles files,
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
    this.devices = new ForcedRows<>(files, folder.resolve(RunFolder.DEVICES), DeviceRow.class);
    this.errors = new ForcedRows<>(files, folder.resolve(RunFolder.ERRORS), ErrorRow.class);
    this.logins =
        recorder.logins().isEmpty()
            ? null
            : new ForcedRows<>(files, folder.resolve(RunFolder.LOGINS), Logins.Device.class);
  }

  /**
   * Appends the rows of one device.
   *
   * @param own its logins; null if no device logs in
   */
  void add(int device, Snapshot snapshot, DeviceLogins own) throws IOException {
    String id = settings.identities().get(device).id();
    Silence silence = Silence.of(id, snapshot.silence(), windowStartNanos);
    for (int e = 0; e < endpoints.size(); e++) {
      devices.write(DeviceRow.of(id, endpoints.get(e), snapshot.summarise(e), silence));
      for (ErrorSummary error : snapshot.errors(e)) {
        errors.write(ErrorRow.of(id, endpoints.get(e), error, windowStartNanos));
      }
      addBins(id, e, snapshot);
    }
    if (logins != null) {
      logins.write(Logins.row(id, own));
    }
  }

  private void addBins(String id, int endpoint, Snapshot snapshot) throws IOException {
    for (int bin = snapshot.fromBin(); bin < snapshot.toBin(); bin++) {
      BinSummary summary = snapshot.bin(endpoint, bin);
      if (summary.planned() > 0) {
        timeline.add(
            DeviceTimelineRow.of(id, endpoints.get(endpoint), bins, bin, summary),
            bin < settledBins);
      }
    }
  }

  /**
   * All rows are there.
   *
   * @return what belongs in each file from now on
   */
  List<StoredFile> finish() throws IOException {
    List<StoredFile> stored = new ArrayList<>(List.of(devices.finish(), errors.finish()));
    if (logins != null) {
      stored.add(logins.finish());
    }
    return stored;
  }
}
