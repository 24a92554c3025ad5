package fleetpoll.report;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.Distribution;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run as its folder contains it. The content of a missing file is empty.
 *
 * @param devices of {@code devices.csv}
 * @param errors of {@code errors.csv}
 * @param timeline of {@code timeline.csv}, joined: that of a long run has millions of rows
 * @param resources of {@code samples.csv}, likewise
 * @param map of {@code device-timeline.csv}, packed: that of a large fleet has millions of rows
 * @param distributions of {@code polls.hlog}
 * @param missing files that are not there or not whole
 */
record StoredRun(
    Run run,
    Optional<List<DeviceRow>> devices,
    Optional<List<ErrorRow>> errors,
    Optional<TimelineData> timeline,
    Optional<ResourceData> resources,
    Optional<MapData> map,
    Optional<List<Distribution>> distributions,
    List<Missing> missing) {

  private static final int MOST_ATTEMPTS = 3;

  /** Reads a file of the folder. */
  private interface Reading<T> {
    T content() throws IOException;
  }

  /**
   * Reads {@code folder}; only {@code run.json} has to be there.
   *
   * @throws IOException if a file that is there cannot be read
   */
  static StoredRun read(RunFolder folder) throws IOException {
    RunFolder measured = folder.measured();
    StoredRun stored = null;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      stored = read(folder, measured);
      if (Files.isDirectory(measured.path())) {
        break;
      }
      // The run goes on, and has replaced this checkpoint by a newer one.
      measured = folder.measured();
    }
    return stored;
  }

  /**
   * @param measured contains what the devices measured
   */
  private static StoredRun read(RunFolder folder, RunFolder measured) throws IOException {
    Run run = measured.run();
    List<Missing> missing = new ArrayList<>(run.missing());
    return new StoredRun(
        run,
        content(RunFolder.DEVICES, measured::devices, missing),
        content(RunFolder.ERRORS, measured::errors, missing),
        content(RunFolder.TIMELINE, () -> timeline(folder, run), missing),
        content(RunFolder.SAMPLES, () -> ResourceData.of(folder::samples), missing),
        content(RunFolder.DEVICE_TIMELINE, () -> map(measured, run), missing),
        content(RunFolder.HISTOGRAMS, measured::distributions, missing),
        List.copyOf(missing));
  }

  /** The endpoints' names, in the run's order. */
  List<String> endpoints() {
    return endpoints(run);
  }

  private static List<String> endpoints(Run run) {
    return run.endpoints().stream().map(EndpointTotals::name).toList();
  }

  private static TimelineData timeline(RunFolder folder, Run run) throws IOException {
    return TimelineData.of(endpoints(run), folder::timeline, WindowText.duration(run));
  }

  private static MapData map(RunFolder folder, Run run) throws IOException {
    DeviceTimes times = new DeviceTimes(run.devices(), endpoints(run));
    folder.deviceTimeline(times::add);
    return times.data();
  }

  /**
   * The content of a file; empty if the run itself could not write it to its end, even if a part is
   * there.
   */
  private static <T> Optional<T> content(String file, Reading<T> reading, List<Missing> missing)
      throws IOException {
    if (missing.stream().anyMatch(known -> known.file().equals(file))) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.content());
    } catch (NoSuchFileException e) {
      missing.add(new Missing(file, "not in the folder"));
      return Optional.empty();
    }
  }
}
