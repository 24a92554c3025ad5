package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.FleetClock;
import fleetpoll.record.EndpointProgress;
import fleetpoll.record.FleetRecorder;
import fleetpoll.report.ProgressText;
import fleetpoll.run.Event;
import fleetpoll.run.SampledWindow;
import fleetpoll.run.Usage;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import fleetpoll.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Watches resources while a fleet polls, and says every few seconds on the console how it gets on.
 */
final class FleetWatch implements Companion, AutoCloseable {

  private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final FleetSettings settings;
  private final Watch watch;
  private final List<Sample> recent = new ArrayList<>();
  private FleetClock clock;
  private FleetRecorder recorder;
  private Duration whole;
  private long lines;
  private long lineNanos;

  FleetWatch(FleetSettings settings, Target target) {
    this.settings = settings;
    this.watch = Watch.of(target.uri(), target.pid(), settings.server());
  }

  /** Where the server's resources are read, as far as is known. */
  Finding finding() {
    return watch.finding();
  }

  @Override
  public void begin(FleetClock fleetClock, FleetRecorder fleetRecorder, long endNanos) {
    clock = fleetClock;
    recorder = fleetRecorder;
    whole = Duration.ofNanos(endNanos - recorder.windowStartNanos());
    lines = Math.floorDiv(-recorder.windowStartNanos(), LINE_NANOS);
    watch.begin(clock::nowNanos, recorder.windowStartNanos(), this::tell);
  }

  @Override
  public void finish() {
    watch.finish();
  }

  /** No more samples and no more lines. */
  @Override
  public void close() {
    watch.close();
  }

  List<Sample> samples() {
    return watch.samples();
  }

  /** What befell the sources, in order of time. */
  List<Event> events() {
    long start = settings.warmUp().toNanos();
    return watch.happenings().stream()
        .map(h -> Event.at(h.atNanos() - start, h.kind(), h.text()))
        .toList();
  }

  /** On the sampling thread. */
  private void tell(List<Sample> round) {
    recent.addAll(round);
    long atNanos = clock.nowNanos();
    long line = Math.floorDiv(atNanos - recorder.windowStartNanos(), LINE_NANOS);
    if (line == lines) {
      return;
    }
    lines = line;
    // At the very start there is nothing to tell.
    if (line != 0) {
      System.out.println(line(round, atNanos));
    }
    lineNanos = atNanos;
    recent.clear();
    recent.addAll(round);
  }

  private String line(List<Sample> round, long atNanos) {
    SampledWindow window = new SampledWindow(recent, lineNanos, atNanos);
    boolean served = round.stream().anyMatch(sample -> sample.source() == Source.TARGET);
    long elapsedNanos = atNanos - recorder.windowStartNanos();
    return ProgressText.line(
        Duration.ofSeconds(Math.round(elapsedNanos / 1e9)),
        whole,
        endpoints(),
        served ? window.usage(Source.TARGET) : Usage.UNKNOWN,
        window.usage(Source.GENERATOR));
  }

  private Map<String, EndpointProgress> endpoints() {
    List<EndpointProgress> progress = recorder.progress();
    Map<String, EndpointProgress> byName = new LinkedHashMap<>();
    for (int e = 0; e < progress.size(); e++) {
      byName.put(settings.endpoints().get(e).name(), progress.get(e));
    }
    return byName;
  }
}
