package fleetpoll.shard;

import fleetpoll.judge.DeviceCounts;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Merges the runs of a fleet's shards into an ordinary run of the whole fleet. Either the run's
 * folder is whole at the end, or there is none.
 *
 * @param folders of the shards' runs, or that contain them
 * @param to the folder of the merged run, which is not there or empty; empty: one next to the first
 *     of the given
 * @param allowMissing whether shards may be missing or not whole; then the merged run is invalid
 * @param now by which the run is named, and a run that goes on elsewhere is known
 */
public record ShardMerge(List<Path> folders, Optional<Path> to, boolean allowMissing, Instant now) {

  /**
   * No generator has more. On two idle cores, Chromium opened the page of as many in 1.9 to 2.9 s
   * and sorted it in at most 0.12 s.
   */
  private static final int MOST_ON_PAGE = 100_000;

  private static final Missing TOO_MANY =
      new Missing(
          RunFolder.DEVICES_PAGE,
          String.format(
              Locale.ROOT,
              "a page of more than %,d devices would be too large; %s has all of them",
              MOST_ON_PAGE,
              RunFolder.DEVICES));

  /** A run with its folder. */
  public record Merged(Run run, RunFolder folder) {}

  /**
   * Merges.
   *
   * @throws Unmergeable saying everything for which the runs cannot be merged
   * @throws IOException if a file cannot be read or written
   */
  public Merged merge() throws IOException {
    MergedPlace place = MergedPlace.of(to, folders.get(0), now);
    List<Path> runs = GivenFolders.ofRuns(folders);
    Shards shards =
        Shards.read(
            runs,
            allowMissing,
            now,
            Stream.of(place.taken(), OpenFiles.shortage(runs.size()))
                .flatMap(Optional::stream)
                .toList());
    shards.limits(); // what it cannot judge it need not merge
    return new Merged(
        place.make(part -> write(shards, new RunFolder(part), place.path())),
        new RunFolder(place.path()));
  }

  /** The page last: it is drawn from all other files. */
  private static Run write(Shards shards, RunFolder part, Path place) throws IOException {
    MergedRun merged = new MergedRun(shards, place);
    HistogramSums sums = new HistogramSums();
    Map<String, DeviceCounts> counts = new LinkedHashMap<>();
    List<StoredFile> files = files(shards, part, merged, sums, counts);
    List<DeviceCounts> devices =
        counts.values().stream().filter(device -> device.planned() > 0).toList();
    Run run = merged.of(sums, devices).stored(List.of(), files);
    part.write(run);
    JunitXml.write(part, run);
    if (run.devices().size() > MOST_ON_PAGE) {
      run = run.withMissing(List.of(TOO_MANY));
      part.write(run);
    } else {
      DevicesPage.draw(part);
    }
    return run;
  }

  private static List<StoredFile> files(
      Shards shards,
      RunFolder part,
      MergedRun merged,
      HistogramSums sums,
      Map<String, DeviceCounts> counts)
      throws IOException {
    // Half of the work: two processors take half of the time.
    FutureTask<StoredFile> histograms =
        new FutureTask<>(
            () -> new HistogramFile(shards, part, sums).merge(shards.start(), merged.end()));
    Thread adding = new Thread(histograms, "histograms");
    adding.start();
    try {
      List<StoredFile> files = new ArrayList<>(rows(shards, part, counts));
      files.add(result(histograms));
      return files;
    } finally {
      join(adding);
    }
  }

  /** What the other thread has made, or what it has thrown. */
  static StoredFile result(FutureTask<StoredFile> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof IOException known) {
        throw known;
      }
      throw new IllegalStateException(cause);
    }
  }

  /** Nothing may be written after the folder has been deleted. */
  private static void join(Thread adding) throws IOException {
    try {
      adding.join();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  private static List<StoredFile> rows(
      Shards shards, RunFolder part, Map<String, DeviceCounts> counts) throws IOException {
    DeviceFiles ofDevices = new DeviceFiles(shards, part);
    TimeFiles ofTime = new TimeFiles(shards, part);
    List<StoredFile> files = new ArrayList<>();
    files.add(
        ofDevices.devices(
            row ->
                counts.compute(
                    row.device(),
                    (device, known) ->
                        (known == null ? new DeviceCounts(device, 0, 0, 0, 0) : known).plus(row))));
    files.add(ofDevices.errors());
    if (shards.first().logins() != null) {
      files.add(ofDevices.logins());
    }
    files.add(ofTime.timeline());
    files.add(ofTime.samples(new Machines(shards).server()));
    files.add(ofDevices.timelines());
    return files;
  }
}
