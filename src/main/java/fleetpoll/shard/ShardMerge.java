package fleetpoll.shard;

import fleetpoll.judge.DeviceCounts;
import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.run.FolderName;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.file.Part;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param folders of the shards' runs
 * @param to the folder of the merged run, which is not there or empty; empty: one next to the first
 *     shard's
 * @param allowMissing whether shards may be missing or not whole; then the merged run is invalid
 * @param now by which the run is named, and a run that goes on elsewhere is known
 */
public record ShardMerge(List<Path> folders, Optional<Path> to, boolean allowMissing, Instant now) {

  /** No browser sorts more in a second or two, and no generator has more. */
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
    Shards shards = Shards.read(folders, allowMissing, now);
    Path place = place();
    requireFree(place);
    Path part = Part.of(place);
    delete(part);
    try {
      Files.createDirectories(part);
      Run run = write(shards, new RunFolder(part), place);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      return new Merged(run, new RunFolder(place));
    } finally {
      delete(part);
    }
  }

  private Path place() {
    Path parent = folders.get(0).toAbsolutePath().normalize().getParent();
    return to.map(path -> path.toAbsolutePath().normalize())
        .orElseGet(() -> parent.resolve(FolderName.of("merged", now)));
  }

  private static void requireFree(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new Unmergeable(List.of(place + " is no folder"));
    }
    try (Stream<Path> content = Files.list(place)) {
      if (content.findAny().isPresent()) {
        throw new Unmergeable(List.of(place + " is not empty"));
      }
    }
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

  private static StoredFile result(FutureTask<StoredFile> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
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

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
