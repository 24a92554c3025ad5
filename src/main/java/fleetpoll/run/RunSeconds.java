package fleetpoll.run;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.SecondSummary;
import fleetpoll.run.file.AppendedFile;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Appends to a run's folder, second by second, what changes no more: the fleet's polls to {@code
 * timeline.csv} and the resources to {@code samples.csv}. So neither takes memory that grows with
 * the run, and what is appended survives a crash. Safe for concurrent use.
 */
public final class RunSeconds {

  private final FleetRecorder fleet;
  private final List<String> endpoints;
  private final SampledWindow window;
  private final Rows<TimelineRow> timeline = new Rows<>(RunFolder.TIMELINE, TimelineRow.class);
  private final Rows<SampleRow> samples = new Rows<>(RunFolder.SAMPLES, SampleRow.class);

  /** Samples until which not all stalls are known. */
  private final Deque<Sample> waiting = new ArrayDeque<>();

  private Long generatorNanos; // its sample before

  /** One of the files. */
  private record Rows<T>(String name, CsvFile<T> format, AppendedFile file) {

    Rows(String name, Class<T> row) {
      this(name, new CsvFile<>(Path.of(name), row), new AppendedFile());
      append(List.of(), true);
    }

    void append(List<T> rows, boolean header) {
      if (header || !rows.isEmpty()) {
        file.append(format.lines(rows, header), rows.size());
      }
    }

    /** Into a folder that may be another than the file's own. */
    StoredFile complete(RunFolder folder) throws IOException {
      Path place = folder.path().resolve(name);
      if (file.isAt(place)) {
        file.complete();
      } else {
        new WholeFile(place).write(file::copyTo);
        file.verifyComplete();
      }
      return StoredFile.of(place, file.rows());
    }

    Stream<String> takeTrouble() {
      return file.takeTrouble().stream().map(what -> name + " " + what);
    }

    /** What belongs at the start of the file from now on; nothing if there is no file. */
    Stream<StoredFile> start() {
      return file.written().stream()
          .map(start -> new StoredFile(name, start.bytes(), start.rows(), null));
    }
  }

  /**
   * The seconds of a run that has yet to begin; what they contain waits for the folder.
   *
   * @param endNanos supplies the end of the measured window, or the earlier instant at which the
   *     run ended, as far as it is known; on the fleet's clock
   */
  public RunSeconds(FleetSettings settings, FleetRecorder fleet, LongSupplier endNanos) {
    this.fleet = fleet;
    this.endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    this.window = new SampledWindow(fleet.windowStartNanos(), endNanos);
  }

  /** The run's folder is known: from now on the files grow there. */
  public synchronized void open(RunFolder folder) {
    timeline.file.open(folder.path().resolve(timeline.name));
    samples.file.open(folder.path().resolve(samples.name));
  }

  /**
   * Takes the samples of another second, and appends what has become final. A file that cannot be
   * written is tried again next time; {@link #complete} reports it if it fails to the end.
   */
  public synchronized void add(List<Sample> round) {
    round.forEach(window::add);
    waiting.addAll(round);
    timeline.append(rows(fleet.timeline().takeComplete()), false);
    appendSamples(Stalls.knownNanos(fleet.eventLoops()));
  }

  /** What has gone wrong with the files since the last call: a sentence or two about each. */
  public synchronized List<String> takeTroubles() {
    return Stream.concat(timeline.takeTrouble(), samples.takeTrouble()).toList();
  }

  /**
   * Forces to the disk what has been appended; others may append meanwhile.
   *
   * @return what belongs at the start of each file from now on
   */
  public List<StoredFile> force() throws IOException {
    List<StoredFile> starts;
    synchronized (this) {
      starts = Stream.concat(timeline.start(), samples.start()).toList();
    }
    // A slow disk holds up the checkpoint, and not the samples.
    timeline.file.force();
    samples.file.force();
    return starts;
  }

  /** The samples so far, added up. */
  public SampledWindow sampled() {
    return window;
  }

  /**
   * Appends all that is left and forces it to the disk, in {@code folder}.
   *
   * @param files receives what belongs in each file from now on
   */
  synchronized void complete(RunFolder folder, FileSteps steps, List<StoredFile> files) {
    timeline.append(rows(fleet.timeline().takeRest()), false);
    appendSamples(Long.MAX_VALUE);
    steps.attempt(timeline.name, () -> files.add(timeline.complete(folder)));
    steps.attempt(samples.name, () -> files.add(samples.complete(folder)));
  }

  private List<TimelineRow> rows(List<SecondSummary> seconds) {
    return seconds.stream().map(s -> TimelineRow.of(endpoints.get(s.endpoint()), s)).toList();
  }

  private void appendSamples(long knownNanos) {
    if (waiting.isEmpty() || waiting.peek().atNanos() > knownNanos) {
      return;
    }
    long from = generatorNanos == null ? waiting.peek().atNanos() : generatorNanos;
    Stalls stalls = Stalls.since(from, fleet.eventLoops());
    List<SampleRow> rows = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().atNanos() <= knownNanos) {
      Sample sample = waiting.remove();
      rows.add(SampleRow.of(sample, generatorNanos, stalls, fleet.windowStartNanos()));
      if (sample.source() == Source.GENERATOR) {
        generatorNanos = sample.atNanos();
      }
    }
    samples.append(rows, false);
  }
}
