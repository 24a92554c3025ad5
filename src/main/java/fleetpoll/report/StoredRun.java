package fleetpoll.report;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.Distribution;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SideFiles;
import fleetpoll.run.unfinished.Newest;
import fleetpoll.run.unfinished.Progress;
import fleetpoll.run.whole.DamagedFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as its folder contains it. The content of a file that is missing or damaged is empty.
 *
 * @param progress how far the run has come
 * @param devices of {@code devices.csv}
 * @param errors of {@code errors.csv}
 * @param timeline of {@code timeline.csv}, joined: that of a long run has millions of rows
 * @param resources of {@code samples.csv}, likewise
 * @param map of {@code device-timeline.csv}, packed: that of a large fleet has millions of rows
 * @param distributions of {@code polls.hlog}
 * @param missing files that are not there, or that the run could not write
 * @param damaged files that are there and are not what was written
 */
record StoredRun(
    Run run,
    Progress progress,
    Optional<List<DeviceRow>> devices,
    Optional<List<ErrorRow>> errors,
    Optional<TimelineData> timeline,
    Optional<ResourceData> resources,
    Optional<MapData> map,
    Optional<List<Distribution>> distributions,
    List<Missing> missing,
    List<Missing> damaged) {

  private static final Map<String, String> NOT_SHOWN =
      Map.of(
          RunFolder.DEVICES, "nothing device by device",
          RunFolder.ERRORS, "no reasons of failures device by device",
          RunFolder.TIMELINE, "no polls over time",
          RunFolder.SAMPLES, "no resources over time",
          RunFolder.DEVICE_TIMELINE, "no device map",
          RunFolder.HISTOGRAMS, "no distributions");

  /** Reads a file of the folder. */
  private interface Reading<T> {
    T content() throws IOException;
  }

  /**
   * Reads {@code folder}; only {@code run.json} has to be there.
   *
   * @param now by which a run that goes on elsewhere is known
   * @throws IOException if a file that is there cannot be read
   */
  static StoredRun read(RunFolder folder, Instant now) throws IOException {
    return Newest.read(folder::measured, measured -> read(folder, measured, now));
  }

  /**
   * @param measured contains what the devices measured
   */
  private static StoredRun read(RunFolder folder, RunFolder measured, Instant now)
      throws IOException {
    Run run = measured.run();
    SideFiles files = new SideFiles(folder, measured, run);
    List<Missing> missing = new ArrayList<>(run.missing());
    List<Missing> damaged = new ArrayList<>();
    Lost lost = new Lost(missing, damaged);
    return new StoredRun(
        run,
        progress(folder, run, now),
        lost.unless(RunFolder.DEVICES, files::devices),
        lost.unless(RunFolder.ERRORS, files::errors),
        lost.unless(RunFolder.TIMELINE, () -> timeline(files)),
        lost.unless(RunFolder.SAMPLES, () -> ResourceData.of(files::samples)),
        lost.unless(RunFolder.DEVICE_TIMELINE, () -> map(files)),
        lost.unless(RunFolder.HISTOGRAMS, files::distributions),
        List.copyOf(missing),
        List.copyOf(damaged));
  }

  private static Progress progress(RunFolder folder, Run run, Instant now) {
    if (!run.isRunning()) {
      return Progress.ENDED;
    }
    return run.maker() == null ? Progress.CUT_SHORT : run.maker().progress(folder.path(), now);
  }

  /** The endpoints' names, in the run's order. */
  List<String> endpoints() {
    return endpoints(run);
  }

  private static List<String> endpoints(Run run) {
    return run.endpoints().stream().map(EndpointTotals::name).toList();
  }

  /** A sentence for each damaged file: what is wrong, and what the page does not show. */
  List<String> damage() {
    return damaged.stream()
        .map(
            file ->
                "Damaged file %s. So the page shows %s."
                    .formatted(file.text(), NOT_SHOWN.get(file.file())))
        .toList();
  }

  private static TimelineData timeline(SideFiles files) throws IOException {
    return TimelineData.of(
        endpoints(files.run()), files::timeline, WindowText.duration(files.run()));
  }

  /** {@code damaged} or {@code missing}, for the place where a file's content would be. */
  String state(String file) {
    boolean isDamaged = damaged.stream().anyMatch(known -> known.file().equals(file));
    return file + " is " + (isDamaged ? "damaged" : "missing");
  }

  private static MapData map(SideFiles files) throws IOException {
    Run run = files.run();
    DeviceTimes times = new DeviceTimes(run.devices(), endpoints(run), run.deviceBinS());
    files.deviceTimeline(times::add);
    try {
      return times.data();
    } catch (IOException e) {
      throw new DamagedFile(
          files.measured().path().resolve(RunFolder.DEVICE_TIMELINE), e.getMessage(), e);
    }
  }

  /** Files without content. */
  private record Lost(List<Missing> missing, List<Missing> damaged) {

    /**
     * The content of a file; empty if the run itself could not write it to its end, even if a part
     * is there.
     */
    <T> Optional<T> unless(String file, Reading<T> reading) throws IOException {
      if (missing.stream().anyMatch(known -> known.file().equals(file))) {
        return Optional.empty();
      }
      try {
        return Optional.of(reading.content());
      } catch (NoSuchFileException e) {
        missing.add(new Missing(file, "not in the folder"));
      } catch (DamagedFile e) {
        damaged.add(new Missing(file, e.why()));
      }
      return Optional.empty();
    }
  }
}
