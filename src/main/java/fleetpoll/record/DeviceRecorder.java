package fleetpoll.record;

import fleetpoll.schedule.Interleaving;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickCursor;
import fleetpoll.schedule.TickGrid;
import fleetpoll.stall.StallRecorder;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.AbstractHistogram;

/**
 * Records what became of one device's schedule. It belongs to the device's thread, and may be
 * summarised after that thread has finished with it.
 */
public final class DeviceRecorder {

  /** The measures that have a histogram, in the order of {@link #histograms(int)}. */
  public static final List<String> MEASURES = List.of("service", "response", "lateness");

  private final TickGrid grid;
  private final List<DeviceEndpoint> endpoints;
  private final StalledTicks stalledTicks;
  private final TickCursor cursor;
  private final List<StormRecorder> storms;
  private final SilenceRecorder silence;
  private StormRecorder storm; // from which the device has not come back; null if there is none
  private volatile long partedBefore = -1; // tick
  private boolean isAway;
  private volatile boolean left;

  DeviceRecorder(
      TickGrid grid,
      List<Interleaving> interleavings,
      Bins bins,
      TimelineRecorder timeline,
      List<ProgressRecorder> progress,
      List<StormRecorder> storms) {
    this.grid = grid;
    this.endpoints =
        IntStream.range(0, interleavings.size())
            .mapToObj(
                e ->
                    new DeviceEndpoint(
                        e, grid, interleavings.get(e), bins, timeline, progress.get(e)))
            .toList();
    this.stalledTicks =
        new StalledTicks(
            grid,
            (from, to, cause) -> {
              endpoints.forEach(e -> e.missed(from, to, cause));
              for (long tick = from; tick < to; tick++) {
                missedOfAny(tick, cause);
              }
            });
    this.cursor = new TickCursor(grid, stalledTicks);
    this.storms = storms;
    this.silence = new SilenceRecorder(grid.firstNanos());
  }

  private void missedOfAny(long tick, MissedCause cause) {
    if (!isDueOfAny(tick)) {
      return;
    }
    if (cause == MissedCause.GENERATOR) {
      silence.missedByGenerator(grid.dueNanos(tick));
    } else {
      silence.goOn(grid.dueNanos(tick));
    }
  }

  private boolean isDueOfAny(long tick) {
    for (DeviceEndpoint endpoint : endpoints) {
      if (endpoint.isDue(tick)) {
        return true;
      }
    }
    return false;
  }

  /** The device lives on this event loop, and shares its stalls. */
  public void livesOn(StallRecorder loop) {
    stalledTicks.of(loop);
  }

  /** The device's place on its grid; it reports missed ticks to this recorder. */
  public TickCursor cursor() {
    return cursor;
  }

  /** How many endpoints there are. */
  public int endpoints() {
    return endpoints.size();
  }

  /** Whether tick {@code tick} polls endpoint {@code endpoint}. */
  public boolean isDue(int endpoint, long tick) {
    return endpoints.get(endpoint).isDue(tick);
  }

  /** The instant at which a tick is due. */
  public long dueNanos(long tick) {
    return grid.dueNanos(tick);
  }

  /** Whether the device's event loop stood still at an instant that has passed. */
  public boolean isStalled(long nanos) {
    return stalledTicks.isStalled(nanos);
  }

  /** A poll has ended. */
  public void record(Poll poll) {
    endpoints.get(poll.endpoint()).record(poll, stalledTicks.touch(poll));
    silence.goOn(poll.dueNanos());
    if (poll.outcome().isOk()) {
      silence.end(poll.endNanos());
    }
    if (storm != null && storm.record(poll)) {
      storm = null;
    }
  }

  /** A poll of the warm-up has ended: nothing of it is recorded but the connections it opened. */
  public void warmedUp(int endpoint, Opening opening) {
    endpoints.get(endpoint).warmedUp(opening);
  }

  /**
   * A login has ended: only the connections it opened are recorded, as the first endpoint's.
   *
   * @param isMeasured whether it was sent in the measured window
   */
  public void loggedIn(boolean isMeasured, Opening opening) {
    DeviceEndpoint first = endpoints.get(0);
    if (isMeasured) {
      first.opened(opening);
    } else {
      first.warmedUp(opening);
    }
  }

  /** A back-off of the device. */
  public BackOff backOff() {
    return new BackOff(grid, cursor, tick -> endpoints.stream().anyMatch(each -> each.isDue(tick)));
  }

  /** Whether the device is away from now on, after a storm or a failure. */
  public void stayAway(boolean away) {
    isAway = away;
  }

  /**
   * Accounts for a back-off that lasts. It changes nothing of what the device does: whoever has
   * closed its connection is known by its next tick, which therefore stays.
   */
  void accountUntil(long nowNanos) {
    if (isAway && !left && cursor.next() != partedBefore) {
      backOff().last(nowNanos);
    }
  }

  /** The device closes its connection and is away until its next tick. */
  public void part(long nowNanos) {
    partedBefore = cursor.next();
    endpoints.forEach(endpoint -> endpoint.pause(nowNanos, cursor.nextDueNanos()));
    silence.pause(nowNanos, cursor.nextDueNanos());
  }

  /**
   * The device leaves for good: what it has planned and no success has answered stays unanswered,
   * and its silences end. A second call changes nothing.
   */
  public void leave(long nowNanos) {
    if (!left) {
      endpoints.forEach(endpoint -> endpoint.leave(cursor.next(), nowNanos));
      if (endpoints.stream().anyMatch(endpoint -> endpoint.planned(cursor.next()) > 0)) {
        silence.leave(nowNanos);
      }
      left = true;
    }
  }

  /** The longest time without a success of any endpoint. */
  public SilenceSummary silence() {
    return silence.summarise();
  }

  /** The same, with the silence that lasts now. */
  SilenceSummary silence(long nowNanos) {
    return silence.summarise(nowNanos);
  }

  /** The device's ticks. */
  public TickGrid grid() {
    return grid;
  }

  /** The device drops its connection in a storm, and is back with its next success. */
  public void struckBy(int stormIndex) {
    storm = storms.get(stormIndex);
    storm.struck();
  }

  /** Records that an endpoint of a tick that was begun was not sent. */
  public void missed(int endpoint, long tick, MissedCause cause) {
    endpoints.get(endpoint).missed(tick, cause);
    missedOfAny(tick, cause);
  }

  /**
   * The instant up to which the record is complete: every poll that was due before it is recorded
   * as sent or missed. Nothing follows after the device has left. May be called from any thread.
   */
  long openSinceNanos() {
    long next = cursor.next();
    return left
        ? Long.MAX_VALUE
        : grid.dueNanos(next == partedBefore ? next : Math.max(0, next - 1));
  }

  /** An endpoint's polls so far. May be called from any thread. */
  public DeviceProgress progress(int endpoint) {
    return endpoints.get(endpoint).recorder().progress();
  }

  /** What the device saw of one endpoint. */
  public EndpointSummary summarise(int endpoint) {
    return endpoints.get(endpoint).summarise(cursor.next());
  }

  /** The failures of one endpoint by reason, in the order in which they first occurred. */
  public List<ErrorSummary> errors(int endpoint) {
    return endpoints.get(endpoint).recorder().errors();
  }

  /** Whether every planned poll of an endpoint was either sent or missed: the ledger. */
  public boolean isBalanced(int endpoint) {
    return endpoints.get(endpoint).isBalanced(cursor.next());
  }

  /** The device's endpoint in the fleet's bins, in order. */
  public BinSummary bin(int endpoint, int bin) {
    return endpoints.get(endpoint).bin(bin);
  }

  /**
   * The distributions that {@link #summarise(int)} summarises, in the order of {@link #MEASURES};
   * microseconds.
   */
  public List<AbstractHistogram> histograms(int endpoint) {
    return endpoints.get(endpoint).recorder().histograms();
  }

  DeviceEndpoint endpoint(int endpoint) {
    return endpoints.get(endpoint);
  }
}
