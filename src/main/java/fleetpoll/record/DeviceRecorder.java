package fleetpoll.record;

import fleetpoll.schedule.Interleaving;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.TickCursor;
import fleetpoll.schedule.TickGrid;
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
  private final List<Interleaving> interleavings;
  private final List<EndpointRecorder> endpoints;
  private final List<BinRecorder> bins;
  private final StalledTicks stalledTicks;
  private final TickCursor cursor;
  private final TimelineRecorder timeline;
  private final List<ProgressRecorder> progress;
  private final List<StormRecorder> storms;

  private StormRecorder storm; // from which the device has not come back; null if there is none

  DeviceRecorder(
      TickGrid grid,
      List<Interleaving> interleavings,
      Bins bins,
      TimelineRecorder timeline,
      List<ProgressRecorder> progress,
      List<StormRecorder> storms) {
    this.grid = grid;
    this.interleavings = List.copyOf(interleavings);
    this.endpoints = interleavings.stream().map(each -> new EndpointRecorder()).toList();
    this.bins = interleavings.stream().map(each -> new BinRecorder(bins)).toList();
    this.stalledTicks = new StalledTicks(grid, this::missedTicks);
    this.cursor = new TickCursor(grid, stalledTicks);
    this.timeline = timeline;
    this.progress = progress;
    this.storms = storms;
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
    return interleavings.get(endpoint).isDue(tick);
  }

  /** The instant at which a tick is due. */
  public long dueNanos(long tick) {
    return grid.dueNanos(tick);
  }

  /** A poll has ended. */
  public void record(Poll poll) {
    endpoints.get(poll.endpoint()).record(poll);
    bins.get(poll.endpoint()).record(poll);
    timeline.record(poll);
    progress.get(poll.endpoint()).record(poll);
    if (storm != null && storm.record(poll)) {
      storm = null;
    }
  }

  /** A poll of the warm-up has ended: nothing of it is recorded but the connections it opened. */
  public void warmedUp(int endpoint, Opening opening) {
    endpoints.get(endpoint).warmedUp(opening);
  }

  /**
   * The device comes back after a back-off. Of the ticks that came due during the back-off, it
   * still polls the latest one that contains a poll and misses the others; it misses all of them if
   * the last tick's interval is over.
   *
   * @return whether the cursor's next tick is one to poll
   */
  public boolean comeBack(long backNanos) {
    long due = grid.dueBy(backNanos);
    long tick = backNanos < grid.endNanos() ? latestPoll(due) : due;
    cursor.skipBackOff(tick);
    return tick < due;
  }

  /** The latest tick before {@code end} that contains a poll; {@code end} if none is left. */
  private long latestPoll(long end) {
    for (long tick = end - 1; tick >= cursor.next(); tick--) {
      if (holdsPoll(tick)) {
        return tick;
      }
    }
    return end;
  }

  private boolean holdsPoll(long tick) {
    return interleavings.stream().anyMatch(each -> each.isDue(tick));
  }

  /** The device ends while it stays away: it misses everything that came due until now. */
  public void endAway(long nowNanos) {
    cursor.skipBackOff(grid.dueBy(nowNanos));
  }

  /** When the device's last interval is over. */
  public long endNanos() {
    return grid.endNanos();
  }

  /** The device drops its connection in a storm, and is back with its next success. */
  public void struckBy(int stormIndex) {
    storm = storms.get(stormIndex);
    storm.struck();
  }

  /** Records that an endpoint of a tick that was begun was not sent. */
  public void missed(int endpoint, long tick, MissedCause cause) {
    long due = grid.dueNanos(tick);
    endpoints.get(endpoint).missed(cause);
    bins.get(endpoint).missed(due);
    timeline.missed(endpoint, due);
    progress.get(endpoint).missed(cause);
  }

  private void missedTicks(long from, long to, MissedCause cause) {
    for (long tick = from; tick < to; tick++) {
      for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
        if (isDue(endpoint, tick)) {
          missed(endpoint, tick, cause);
        }
      }
    }
  }

  /**
   * The instant up to which the record is complete: every poll that was due before it is recorded
   * as sent or missed. May be called from any thread.
   */
  long openSinceNanos() {
    return grid.dueNanos(Math.max(0, cursor.next() - 1));
  }

  /** An endpoint's polls so far. May be called from any thread. */
  public DeviceProgress progress(int endpoint) {
    return endpoints.get(endpoint).progress();
  }

  /** What the device saw of each endpoint, as far as its cursor has come. */
  public List<EndpointSummary> summarise() {
    return IntStream.range(0, endpoints.size()).mapToObj(this::summarise).toList();
  }

  /** What the device saw of one endpoint. */
  public EndpointSummary summarise(int endpoint) {
    return endpoints.get(endpoint).summarise(planned(endpoint));
  }

  /** The failures of one endpoint by reason, in the order in which they first occurred. */
  public List<ErrorSummary> errors(int endpoint) {
    return endpoints.get(endpoint).errors();
  }

  /** Whether every planned poll of an endpoint was either sent or missed: the ledger. */
  public boolean isBalanced(int endpoint) {
    return planned(endpoint) == endpoints.get(endpoint).accountedFor();
  }

  long planned(int endpoint) {
    return interleavings.get(endpoint).polls(0, cursor.next());
  }

  /** The device's endpoint in the fleet's bins, in order. */
  public BinSummary bin(int endpoint, int bin) {
    return bins.get(endpoint).summarise(bin);
  }

  /**
   * The distributions that {@link #summarise()} summarises, in the order of {@link #MEASURES};
   * microseconds.
   */
  public List<AbstractHistogram> histograms(int endpoint) {
    return endpoints.get(endpoint).histograms();
  }

  EndpointRecorder endpoint(int endpoint) {
    return endpoints.get(endpoint);
  }
}
