package fleetpoll.run;

import fleetpoll.figure.Numbers;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The files next to a run's {@code run.json}, each believed only if it is what {@code run.json}
 * says. Every method throws {@link DamagedFile} if it is not, and {@link NoSuchFileException} if it
 * is not there.
 *
 * @param folder that contains them
 * @param run of that folder
 */
public record SideFiles(RunFolder folder, Run run) {

  private static final String SERVICE = "service";
  private static final String RESPONSE = "response";

  /** Reads a file of the folder. */
  private interface Reading<T> {
    List<T> rows() throws IOException;
  }

  /** What each device saw of each endpoint, in device order. */
  public List<DeviceRow> devices() throws IOException {
    List<DeviceRow> rows = whole(RunFolder.DEVICES, folder::devices);
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
    List<ErrorRow> rows = whole(RunFolder.ERRORS, folder::errors);
    for (ErrorRow row : rows) {
      requireEndpoint(RunFolder.ERRORS, row.endpoint());
    }
    return rows;
  }

  /** The whole fleet second by second. */
  public List<TimelineRow> timeline() throws IOException {
    return whole(RunFolder.TIMELINE, folder::timeline);
  }

  /** The resources of target, generator and host over time. */
  public List<SampleRow> samples() throws IOException {
    return whole(RunFolder.SAMPLES, folder::samples);
  }

  /** Each device's endpoints over time, row by row. */
  public void deviceTimeline(Consumer<DeviceTimelineRow> each) throws IOException {
    checkLength(RunFolder.DEVICE_TIMELINE);
    folder.deviceTimeline(each);
  }

  /** The fleet's service and response times, by endpoint. */
  public List<Distribution> distributions() throws IOException {
    checkLength(RunFolder.HISTOGRAMS);
    List<Distribution> distributions = folder.distributions();
    Optional<StoredFile> stored = run.file(RunFolder.HISTOGRAMS);
    if (stored.isPresent()) {
      checkPolls(distributions, stored.get().polls(), "were stored");
    } else if (run.files() == null && run.state() == Run.State.ENDED) {
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
        file.check(folder.path());
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
      stored.get().check(folder.path());
    }
  }

  private <T> List<T> whole(String file, Reading<T> reading) throws IOException {
    checkLength(file);
    List<T> rows = reading.rows();
    Optional<StoredFile> stored = run.file(file);
    if (stored.isPresent()) {
      stored.get().checkRows(folder.path(), rows.size());
    }
    return rows;
  }

  /** By endpoint and measure; an earlier Fleetpoll stored nothing else to hold a log against. */
  private Map<String, Map<String, Long>> totals() {
    return run.endpoints().stream()
        .collect(
            Collectors.toMap(
                EndpointTotals::name,
                totals ->
                    run.measuresAllPlanned()
                        ? Map.of(SERVICE, totals.ok(), RESPONSE, totals.planned())
                        : Map.of(SERVICE, totals.ok())));
  }

  private void checkPolls(
      List<Distribution> found, Map<String, Map<String, Long>> expected, String where)
      throws DamagedFile {
    for (EndpointTotals totals : run.endpoints()) {
      for (String measure : List.of(SERVICE, RESPONSE)) {
        long there = polls(found, totals.name(), measure);
        Long stored = expected.getOrDefault(totals.name(), Map.of()).get(measure);
        if (stored != null && there != stored) {
          throw new DamagedFile(
              folder.path().resolve(RunFolder.HISTOGRAMS),
              "it has %s times of %s of %s, of which %s %s"
                  .formatted(
                      measure,
                      Numbers.counted(there, "poll"),
                      totals.name(),
                      Numbers.count(stored),
                      where));
        }
      }
    }
  }

  private static long polls(List<Distribution> all, String endpoint, String measure) {
    return all.stream()
        .filter(each -> each.endpoint().equals(endpoint) && each.measure().equals(measure))
        .mapToLong(Distribution::count)
        .sum();
  }

  private void requireEndpoint(String file, String endpoint) throws DamagedFile {
    if (run.endpoints().stream().noneMatch(totals -> totals.name().equals(endpoint))) {
      throw foreign(file, "endpoint", endpoint);
    }
  }

  private DamagedFile foreign(String file, String what, String name) {
    return new DamagedFile(
        folder.path().resolve(file), "it names %s %s, and run.json does not".formatted(what, name));
  }
}
