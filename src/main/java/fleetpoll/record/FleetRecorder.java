package fleetpoll.record;

import fleetpoll.record.login.FleetLogins;
import fleetpoll.run.shard.StartRecorder;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.LongestTimes;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.stall.StallTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * The record of a whole fleet. Instants are nanoseconds since the fleet's origin, the instant at
 * which the first device's warm-up begins. Each device's recorder belongs to one thread; {@link
 * #settle} and {@link #progress} may be called from any.
 */
public final class FleetRecorder {

  /** Enough to see a sick minute in ten, few enough for thousands of devices. */
  private static final int MOST_BINS = 120;

  private final List<DeviceRecorder> devices;
  private final TimelineRecorder timeline;
  private final List<ProgressRecorder> progress;
  private final List<StormRecorder> storms;
  private final List<StallRecorder> eventLoops = new CopyOnWriteArrayList<>();
  private final StallTime stallTime;
  private final Bins bins;
  private final int endpoints;
  private final OvertimeRecorder overtime;
  private final Optional<FleetLogins> logins;
  private final Openings.HandshakeRecorder handshakes = new Openings.HandshakeRecorder();
  private final StartRecorder start;
  private final long windowStartNanos;
  private final long windowEndNanos;
  private final long scheduled;
  private final long unsettledNanos;

  /**
   * The polls that were due in the measured window and ended after it. They count like all others.
   *
   * @param polls how many
   * @param lastNanos from the window's end to the end of the last of them; 0 if there are none
   */
  public record Overtime(long polls, long lastNanos) {}

  /** An empty record of the fleet that {@code settings} describe. */
  public FleetRecorder(FleetSettings settings) {
    FleetSchedule schedule = new FleetSchedule(settings);
    this.endpoints = settings.endpoints().size();
    this.start = new StartRecorder(settings.shard().isPart());
    this.logins =
        settings.login().isNone()
            ? Optional.empty()
            : Optional.of(new FleetLogins(settings.ownDevices()));
    this.windowStartNanos = settings.warmUp().toNanos();
    this.windowEndNanos = schedule.windowEndNanos();
    this.stallTime = new StallTime(windowStartNanos, windowEndNanos);
    this.scheduled = Plan.of(settings).polls();
    this.overtime = new OvertimeRecorder(windowEndNanos);
    long patienceNanos = TimelineRecorder.patienceNanos(LongestTimes.backOff(settings));
    this.unsettledNanos =
        settings.interval().plus(settings.behavior().jitter()).toNanos()
            + LongestTimes.tick(settings).toNanos()
            + patienceNanos;
    long endNanos = schedule.endNanos();
    this.bins = Bins.over(windowStartNanos, endNanos, settings.interval().toNanos(), MOST_BINS);
    this.timeline = new TimelineRecorder(windowStartNanos, endNanos, endpoints, patienceNanos);
    this.progress =
        Stream.generate(() -> new ProgressRecorder(overtime, handshakes)).limit(endpoints).toList();
    this.storms = schedule.storms().atNanos().stream().map(StormRecorder::new).toList();
    this.devices =
        IntStream.range(0, settings.ownDevices())
            .mapToObj(
                d ->
                    new DeviceRecorder(
                        schedule.ticks(d),
                        schedule.interleavings(d),
                        bins,
                        timeline,
                        progress,
                        storms))
            .toList();
  }

  /** When the measured window begins: after the warm-up of the first device. */
  public long windowStartNanos() {
    return windowStartNanos;
  }

  /** When it ends by the schedule: after the last interval, whenever the last device leaves. */
  public long windowEndNanos() {
    return windowEndNanos;
  }

  /** How many polls the schedule has in the measured window, of all endpoints. */
  public long scheduled() {
    return scheduled;
  }

  /** What came after the measured window; complete after the devices have left. */
  public Overtime overtime() {
    return overtime.summarise();
  }

  /** How long the TLS handshakes took; may be called from any thread. */
  public Openings.Handshakes handshakes() {
    return handshakes.summarise();
  }

  /** The same as distributions in microseconds: of the measured window, and of what was before. */
  public List<AbstractHistogram> handshakeHistograms() {
    return handshakes.histograms();
  }

  /** How the generator started; may be called from any thread. */
  public StartRecorder start() {
    return start;
  }

  /** The bins of {@link DeviceRecorder#bin}, the same for all devices. */
  public Bins bins() {
    return bins;
  }

  /** In the fleet's order. */
  public List<DeviceRecorder> devices() {
    return devices;
  }

  /** One device. */
  public DeviceRecorder device(int device) {
    return devices.get(device);
  }

  /** The record of another event loop of the fleet. */
  public synchronized StallRecorder eventLoop() {
    StallRecorder loop = new StallRecorder(eventLoops.size() + 1, stallTime);
    eventLoops.add(loop);
    return loop;
  }

  /** The records of all event loops; may be called from any thread. */
  public List<StallRecorder> eventLoops() {
    return List.copyOf(eventLoops);
  }

  /** Of all event loops in the measured window; may be called from any thread. */
  public StallTime stallTime() {
    return stallTime;
  }

  /**
   * The instant up to which the record of all devices is complete; empty if there are none. May be
   * called from any thread.
   */
  public OptionalLong openSinceNanos() {
    return devices.stream().mapToLong(DeviceRecorder::openSinceNanos).min();
  }

  /**
   * Frees memory that the timeline no longer needs; call it now and then with the current instant.
   * A second waits for polls that are open, for devices that are away, and for successes. A poll of
   * which the device only reports after that still counts, but is in no second's percentiles; one
   * that no success has answered by then is, with what it has waited.
   */
  public void settle(long nowNanos) {
    long openSince = openSinceNanos().orElse(nowNanos);
    // A device that has begun its last tick never reports that this tick has ended.
    timeline.settle(Math.max(openSince, nowNanos - unsettledNanos), openSince, nowNanos);
  }

  /**
   * The fleet's polls so far, by endpoint, without those in flight.
   *
   * @param serviceBoundsMicros the bounds of {@link EndpointProgress#okWithin()}
   */
  public List<EndpointProgress> progress(long... serviceBoundsMicros) {
    return progress.stream().map(each -> each.summarise(serviceBoundsMicros)).toList();
  }

  /**
   * The fleet's polls that have ended since the last call, by endpoint. There can be one who asks:
   * each call begins a new stretch.
   */
  public List<EndpointProgress> recent() {
    return progress.stream().map(ProgressRecorder::recent).toList();
  }

  /** The storms, in order; a storm that has not happened has struck no device. */
  public List<StormSummary> storms() {
    return storms.stream().map(StormRecorder::summarise).toList();
  }

  /** What the devices' logins came to; empty if there are none. */
  public Optional<FleetLogins> logins() {
    return logins;
  }

  /** The whole fleet second by second. */
  public TimelineRecorder timeline() {
    return timeline;
  }

  /**
   * The whole fleet's endpoints: counts added up, distributions merged, errors merged by reason.
   */
  public List<EndpointSummary> totals() {
    List<EndpointSummary> totals = new ArrayList<>();
    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
      totals.add(total(endpoint));
    }
    return totals;
  }

  /** By how much the generator sent too late, over all polls of all endpoints. */
  public LatencySummary lateness() {
    LatencyRecorder lateness = new LatencyRecorder();
    for (DeviceRecorder device : devices) {
      for (int endpoint = 0; endpoint < endpoints; endpoint++) {
        lateness.add(device.endpoint(endpoint).recorder().lateness());
      }
    }
    return lateness.summarise();
  }

  /** Ticks of all devices that are accounted for. */
  public long ticks() {
    return devices.stream().mapToLong(device -> device.cursor().next()).sum();
  }

  private EndpointSummary total(int endpoint) {
    EndpointRecorder total = new EndpointRecorder();
    long planned = 0;
    long silenceNanos = 0;
    for (DeviceRecorder device : devices) {
      DeviceEndpoint own = device.endpoint(endpoint);
      total.add(own.recorder());
      planned += own.planned(device.cursor().next());
      silenceNanos = Math.max(silenceNanos, own.silenceNanos());
    }
    return total.summarise(planned, silenceNanos);
  }
}
