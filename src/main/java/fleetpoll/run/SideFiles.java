package fleetpoll.run;

import fleetpoll.run.whole.DamagedFile;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.run.whole.StoredPolls;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The files next to a run's {@code run.json}, each believed only if it is what {@code run.json}
 * says. Every method throws {@link DamagedFile} if it is not, and {@link NoSuchFileException} if it
 * is not there.
 *
 * @param folder that contains what is appended while the run goes on
 * @param measured that contains the others: the same folder, or the checkpoint of a run that has
 *     not ended
 * @param run of the measured folder
 */
public record SideFiles(RunFolder folder, RunFolder measured, Run run) {

  /** What these contain of a run that has not ended may be more than when it was last stored. */
  private static final Set<String> GROWING = Set.of(RunFolder.TIMELINE, RunFolder.SAMPLES);

  /** The files of a folder's newest record. */
  public SideFiles(RunFolder folder) throws IOException {
    this(folder, folder.measured());
  }

  private SideFiles(RunFolder folder, RunFolder measured) throws IOException {
    this(folder, measured, measured.run());
  }

  /** Reads a file of the folder. */
  private interface Reading<T> {
    List<T> rows() throws IOException;
  }

  /** What each device saw of each endpoint, in device order. */
  public List<DeviceRow> devices() throws IOException {
    List<DeviceRow> rows = whole(RunFolder.DEVICES, measured::devices);
    Set<String> known = new HashSet<>(run.devices());
    for (DeviceRow row : rows) {
      if (!known.contains(row.device())) {
        throw foreign(RunFolder.DEVICES, "device", row.device());
      }
      requireEndpoint(RunFolder.DEVICES, row.endpoint());
    }
    return rows;
  }

  /** The failures by device, endpoint and reason. */
  public List<ErrorRow> errors() throws IOException {
    List<ErrorRow> rows = whole(RunFolder.ERRORS, measured::errors);
    for (ErrorRow row : rows) {
      requireEndpoint(RunFolder.ERRORS, row.endpoint());
    }
    return rows;
  }

  /** The whole fleet second by second. */
  public void timeline(Consumer<TimelineRow> each) throws IOException {
    grown(RunFolder.TIMELINE, folder::timeline, each);
  }

  /** The resources of target, generator and host over time. */
  public void samples(Consumer<SampleRow> each) throws IOException {
    grown(RunFolder.SAMPLES, folder::samples, each);
  }

  /** Each device's endpoints over time, row by row. */
  public void deviceTimeline(Consumer<DeviceTimelineRow> each) throws IOException {
    checkLength(RunFolder.DEVICE_TIMELINE);
    measured.deviceTimeline(each);
  }

  /** The fleet's service and response times, by endpoint. */
  public List<Distribution> distributions() throws IOException {
    checkLength(RunFolder.HISTOGRAMS);
    List<Distribution> distributions = measured.distributions();
    Optional<StoredFile> stored = run.file(RunFolder.HISTOGRAMS);
    if (stored.isPresent()) {
      checkPolls(distributions, stored.get().polls(), "were stored");
    } else if (run.files() == null) {
      checkPolls(distributions, totals(), "are in " + RunFolder.RUN);
    }
    return distributions;
  }

  /**
   * The files whose length is not what {@code run.json} says. Does not ask for those that are not
   * there: whoever keeps {@code run.json} alone keeps what a comparison is made of.
   */
  public List<DamagedFile> damaged() throws IOException {
    List<DamagedFile> damaged = new ArrayList<>();
    for (StoredFile file : run.files() == null ? List.<StoredFile>of() : run.files()) {
      try {
        check(file);
      } catch (DamagedFile e) {
        damaged.add(e);
      } catch (NoSuchFileException e) {
        continue;
      }
    }
    return damaged;
  }

  private void checkLength(String file) throws IOException {
    Optional<StoredFile> stored = run.file(file);
    if (stored.isPresent()) {
      check(stored.get());
    }
  }

  private void check(StoredFile stored) throws IOException {
    if (isGrowing(stored.name())) {
      stored.checkStart(folder.path());
    } else {
      stored.check(measured.path());
    }
  }

  private boolean isGrowing(String file) {
    return run.isRunning() && GROWING.contains(file);
  }

  private <T> List<T> whole(String file, Reading<T> reading) throws IOException {
    checkLength(file);
    List<T> rows = reading.rows();
    checkRows(file, rows.size());
    return rows;
  }

  private void checkRows(String file, long found) throws IOException {
    Optional<StoredFile> stored = run.file(file);
    if (stored.isPresent() && !isGrowing(file)) {
      stored.get().checkRows(measured.path(), found);
    }
  }

  private <T> void grown(String file, RunFolder.Rows<T> rows, Consumer<T> each) throws IOException {
    checkLength(file);
    AtomicLong count = new AtomicLong();
    rows.forEach(
        row -> {
          count.incrementAndGet();
          each.accept(row);
        });
    checkRows(file, count.get());
  }

  /** By endpoint and measure; responses of a run that goes on are still to come. */
  private Map<String, Map<String, Long>> totals() {
    Map<String, Map<String, Long>> polls = new LinkedHashMap<>();
    for (EndpointTotals totals : run.endpoints()) {
      polls.put(
          totals.name(),
          run.measuresAllPlanned() && !run.isRunning()
              ? Map.of(StoredPolls.SERVICE, totals.ok(), StoredPolls.RESPONSE, totals.planned())
              : Map.of(StoredPolls.SERVICE, totals.ok()));
    }
    return polls;
  }

  private void checkPolls(
      List<Distribution> distributions, Map<String, Map<String, Long>> expected, String where)
      throws DamagedFile {
    Map<String, Map<String, Long>> found =
        distributions.stream()
            .collect(
                Collectors.groupingBy(
                    Distribution::endpoint,
                    Collectors.groupingBy(
                        Distribution::measure, Collectors.summingLong(Distribution::count))));
    StoredPolls.check(measured.path().resolve(RunFolder.HISTOGRAMS), found, expected, where);
  }

  private void requireEndpoint(String file, String endpoint) throws DamagedFile {
    if (run.endpoints().stream().noneMatch(totals -> totals.name().equals(endpoint))) {
      throw foreign(file, "endpoint", endpoint);
    }
  }

  private DamagedFile foreign(String file, String what, String name) {
    return new DamagedFile(
        measured.path().resolve(file),
        "it names %s %s, and run.json does not".formatted(what, name));
  }
}
