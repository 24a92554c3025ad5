package fleetpoll.app;

import fleetpoll.record.EndpointProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.report.ProgressText;
import fleetpoll.run.SampledWindow;
import fleetpoll.run.Usage;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Prints every five seconds what a fleet has polled since the last line and so far, and what
 * resources it uses. Belongs to the sampling thread.
 */
final class ProgressLines implements Consumer<List<Sample>> {

  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final FleetSettings settings;
  private final FleetRecorder recorder;
  private final Duration whole;
  private final LongSupplier nowNanos;
  private final Consumer<String> console;
  private final List<Sample> recent = new ArrayList<>();
  private long lines;
  private long lineNanos;

  /**
   * A fleet that begins now.
   *
   * @param nowNanos the fleet's clock
   * @param console takes the lines
   */
  ProgressLines(
      FleetSettings settings,
      FleetRecorder recorder,
      LongSupplier nowNanos,
      Consumer<String> console) {
    this.settings = settings;
    this.recorder = recorder;
    this.whole = Duration.ofNanos(recorder.windowEndNanos() - recorder.windowStartNanos());
    this.nowNanos = nowNanos;
    this.console = console;
    this.lines = Math.floorDiv(-recorder.windowStartNanos(), LINE_NANOS);
  }

  /** Takes the samples of another second. */
  @Override
  public void accept(List<Sample> round) {
    recent.addAll(round);
    long atNanos = nowNanos.getAsLong();
    long line = Math.floorDiv(atNanos - recorder.windowStartNanos(), LINE_NANOS);
    if (line == lines) {
      return;
    }
    lines = line;
    ProgressText.Polls recentPolls = recentPolls(atNanos);
    // At the very start there is nothing to report.
    if (line != 0) {
      console.accept(line(round, atNanos, recentPolls));
    }
    lineNanos = atNanos;
    recent.clear();
    recent.addAll(round);
  }

  private String line(List<Sample> round, long atNanos, ProgressText.Polls recentPolls) {
    SampledWindow window = SampledWindow.of(recent, lineNanos, atNanos);
    boolean served = round.stream().anyMatch(sample -> sample.source() == Source.TARGET);
    long elapsedNanos = atNanos - recorder.windowStartNanos();
    return ProgressText.line(
        Duration.ofSeconds(Math.round(elapsedNanos / 1e9)),
        whole,
        recentPolls,
        recorder.progress(),
        served ? window.usage(Source.TARGET) : Usage.UNKNOWN,
        window.usage(Source.GENERATOR));
  }

  private ProgressText.Polls recentPolls(long atNanos) {
    List<EndpointProgress> progress = recorder.recent();
    Map<String, EndpointProgress> byName = new LinkedHashMap<>();
    for (int e = 0; e < progress.size(); e++) {
      byName.put(settings.endpoints().get(e).name(), progress.get(e));
    }
    return new ProgressText.Polls(Duration.ofNanos(atNanos - lineNanos), byName);
  }
}
