package fleetpoll.run;

import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder that contains everything about one run, next to Gatling's own report: in open formats
 * only, and enough to draw every page again.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

  /** Name of the page that is drawn from the folder. */
  public static final String DEVICES_PAGE = "devices.html";

  /** Name of Gatling's own report. */
  public static final String GATLING_REPORT = "index.html";

  /** Name of the file that says what the run was. */
  public static final String RUN = "run.json";

  /** Name of the file with the verdict as a continuous integration server reads it. */
  public static final String JUNIT = "junit.xml";

  /** Name of the file with a row per device and endpoint. */
  public static final String DEVICES = "devices.csv";

  /** Name of the file with a row per device, endpoint and reason of failure. */
  public static final String ERRORS = "errors.csv";

  /** Name of the file with a row per device that logs in. */
  public static final String LOGINS = "logins.csv";

  /** Name of the file with the resources of target, generator and host over time. */
  public static final String SAMPLES = "samples.csv";

  /** Name of the file with a row per device, endpoint and bin of time. */
  public static final String DEVICE_TIMELINE = "device-timeline.csv";

  /** Name of the file with a row per endpoint and second. */
  public static final String TIMELINE = "timeline.csv";

  /** Name of the file with every device's distributions. */
  public static final String HISTOGRAMS = "polls.hlog";

  /** Names of the files with what was measured; that of logins only if devices log in. */
  public static final List<String> MEASURED =
      List.of(DEVICES, ERRORS, LOGINS, TIMELINE, SAMPLES, DEVICE_TIMELINE, HISTOGRAMS);

  /** Name of the file with the output of the target, if Fleetpoll started it. */
  public static final String TARGET_LOG = "target.log";

  /**
   * What the run was; of a run that has not ended, what it was at its newest checkpoint.
   *
   * @throws IOException if there is no readable {@code run.json}, it is of another schema, or lacks
   *     something that every run writes
   */
  public Run run() throws IOException {
    Run run = measured().runFile().read();
    if (!isComplete(run)) {
      throw new IOException(RUN + " is not what a run writes: it is incomplete");
    }
    return run;
  }

  /**
   * The folder in which the files are that belong to {@link #run}: this one or, if the run has not
   * ended, its newest checkpoint. Then only {@code timeline.csv} and {@code samples.csv} are in
   * this one.
   */
  public RunFolder measured() throws IOException {
    return runFile().read().isRunning()
        ? CheckpointFolder.of(path).newest().map(RunFolder::new).orElse(this)
        : this;
  }

  /** What each device saw of each endpoint, in device order. */
  public List<DeviceRow> devices() throws IOException {
    return devicesFile().read();
  }

  /** Each device's endpoints over time, in device order. */
  public List<DeviceTimelineRow> deviceTimeline() throws IOException {
    return deviceTimelineFile().read();
  }

  /** The same row by row, for fleets with more rows than fit into memory. */
  public void deviceTimeline(Consumer<DeviceTimelineRow> each) throws IOException {
    deviceTimelineFile().forEach(each);
  }

  /** The failures by device, endpoint and reason. */
  public List<ErrorRow> errors() throws IOException {
    return errorsFile().read();
  }

  /** Each device's logins, in device order; there is no such file if no device logs in. */
  public List<Logins.Device> logins() throws IOException {
    return loginsFile().read();
  }

  /** The whole fleet second by second. A last row that is not whole is left out. */
  public void timeline(Consumer<TimelineRow> each) throws IOException {
    timelineFile().forEachWhole(each);
  }

  /** The same of a run with few rows. */
  public List<TimelineRow> timeline() throws IOException {
    return all(this::timeline);
  }

  /**
   * The resources of target, generator and host over time. A last row that is not whole is left
   * out.
   */
  public void samples(Consumer<SampleRow> each) throws IOException {
    samplesFile().forEachWhole(each);
  }

  /** The same of a run with few rows. */
  public List<SampleRow> samples() throws IOException {
    return all(this::samples);
  }

  /** Rows of a file that may have more of them than fit into memory. */
  public interface Rows<T> {
    /** Reads all rows, in order. */
    void forEach(Consumer<T> each) throws IOException;
  }

  private static <T> List<T> all(Rows<T> rows) throws IOException {
    List<T> all = new ArrayList<>();
    rows.forEach(all::add);
    return all;
  }

  /** The fleet's service and response times, by endpoint. */
  public List<Distribution> distributions() throws IOException {
    return DistributionReader.read(path.resolve(HISTOGRAMS));
  }

  /** The devices' page. */
  public Path devicesPage() {
    return path.resolve(DEVICES_PAGE);
  }

  /** Gatling's own report; it may be missing. */
  public Path gatlingReport() {
    return path.resolve(GATLING_REPORT);
  }

  /** Writes {@code run.json}, over one that may be there. */
  public void write(Run run) throws IOException {
    runFile().write(run);
  }

  private JsonFile<Run> runFile() {
    return new JsonFile<>(
        path.resolve(RUN), Run.class, Run.OLDEST_SCHEMA_VERSION, Run.SCHEMA_VERSION, "a run");
  }

  /** {@code devices.csv} of this very folder, there or not. */
  public CsvFile<DeviceRow> devicesFile() {
    return new CsvFile<>(path.resolve(DEVICES), DeviceRow.class);
  }

  /** {@code device-timeline.csv} of this very folder, there or not. */
  public CsvFile<DeviceTimelineRow> deviceTimelineFile() {
    return new CsvFile<>(path.resolve(DEVICE_TIMELINE), DeviceTimelineRow.class);
  }

  /** {@code errors.csv} of this very folder, there or not. */
  public CsvFile<ErrorRow> errorsFile() {
    return new CsvFile<>(path.resolve(ERRORS), ErrorRow.class);
  }

  /** {@code logins.csv} of this very folder, there or not. */
  public CsvFile<Logins.Device> loginsFile() {
    return new CsvFile<>(path.resolve(LOGINS), Logins.Device.class);
  }

  /** {@code samples.csv} of this very folder, there or not. */
  public CsvFile<SampleRow> samplesFile() {
    return new CsvFile<>(path.resolve(SAMPLES), SampleRow.class);
  }

  /** {@code timeline.csv} of this very folder, there or not. */
  public CsvFile<TimelineRow> timelineFile() {
    return new CsvFile<>(path.resolve(TIMELINE), TimelineRow.class);
  }

  /** Whether it contains what every run writes: anybody can edit a {@code run.json}. */
  private static boolean isComplete(Run run) {
    return Stream.of(
                run.id(),
                run.start(),
                run.end(),
                run.versions(),
                run.devices(),
                run.endpoints(),
                run.parameters(),
                run.events(),
                run.resources(),
                run.verdict(),
                run.missing())
            .allMatch(Objects::nonNull)
        && run.resources().target() != null
        && run.verdict().judgement() != null
        && run.verdict().validity() != null
        && run.verdict().levels() != null;
  }
}
