package fleetpoll.record;

import fleetpoll.schedule.PollGrid;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * What one device, or several together, had recorded at an instant, as if the run had ended then: a
 * planned poll that no success has answered is unanswered, and a silence that lasts ends. A poll in
 * flight is not in it, not even as planned. Belongs to one thread at a time.
 */
public final class Snapshot {

  private static final SilenceSummary NO_SILENCE = new SilenceSummary(0, 0, 0);

  private final List<Part> parts;
  private final int fromBin;
  private SilenceSummary silence;
  private long ticks;

  /** One endpoint. */
  static final class Part {
    private final EndpointRecorder recorder;
    private final List<BinSummary> bins;
    private final Waiting waiting;
    private long inFlight;
    private long silenceNanos;
    private boolean balanced;

    Part(
        EndpointRecorder recorder,
        long inFlight,
        long silenceNanos,
        List<BinSummary> bins,
        Waiting waiting) {
      this.recorder = recorder;
      this.inFlight = inFlight;
      this.silenceNanos = silenceNanos;
      this.bins = bins;
      this.waiting = waiting;
      // A device has one request at a time.
      this.balanced = inFlight == 0 || inFlight == 1;
    }

    private void add(Part other) {
      recorder.add(other.recorder);
      inFlight += other.inFlight;
      silenceNanos = Math.max(silenceNanos, other.silenceNanos);
      balanced &= other.balanced;
    }
  }

  /** The polls that wait for a success: {@code first} … {@code planned − 1}. */
  record Waiting(PollGrid grid, long first, long planned, long nowNanos) {

    private void unanswered(EndpointRecorder recorder, long inFlight) {
      for (long poll = first; poll < Math.min(planned, planned - inFlight); poll++) {
        recorder.unanswered(Math.max(0, (nowNanos - grid.dueNanos(poll)) / 1_000));
      }
    }
  }

  private Snapshot(List<Part> parts, SilenceSummary silence, long ticks, int fromBin) {
    this.parts = parts;
    this.silence = silence;
    this.ticks = ticks;
    this.fromBin = fromBin;
  }

  /**
   * Of one device; only its thread may call this. A device that stays away first accounts for what
   * it has missed by then, because a back-off may last longer than the run.
   *
   * @param fromBin the first of the fleet's bins to copy
   * @param toBin the bin after the last one to copy
   */
  public static Snapshot of(DeviceRecorder device, long nowNanos, int fromBin, int toBin) {
    device.accountUntil(nowNanos);
    long ticks = device.cursor().next();
    List<Part> parts =
        IntStream.range(0, device.endpoints())
            .mapToObj(e -> device.endpoint(e).snapshot(ticks, nowNanos, fromBin, toBin))
            .toList();
    SilenceSummary silence = ticks == 0 ? NO_SILENCE : device.silence(nowNanos);
    return new Snapshot(parts, silence, ticks, fromBin);
  }

  /** Of no device; others can be added. */
  public static Snapshot none(int endpoints) {
    List<Part> parts =
        Stream.generate(() -> new Part(new EndpointRecorder(), 0, 0, List.of(), null))
            .limit(endpoints)
            .toList();
    return new Snapshot(parts, NO_SILENCE, 0, 0);
  }

  /**
   * Records what is unanswered. To be called once before all others; it may take as long as the
   * device has waited, so an event loop has no time for it.
   */
  public Snapshot settle() {
    parts.forEach(part -> part.waiting.unanswered(part.recorder, part.inFlight));
    return this;
  }

  /** Adds up counts, merges distributions and errors. */
  public void add(Snapshot other) {
    IntStream.range(0, parts.size()).forEach(e -> parts.get(e).add(other.parts.get(e)));
    silence = other.silence.nanos() > silence.nanos() ? other.silence : silence;
    ticks += other.ticks;
  }

  /** What was seen of one endpoint. */
  public EndpointSummary summarise(int endpoint) {
    Part part = parts.get(endpoint);
    return part.recorder.summarise(part.recorder.accountedFor(), part.silenceNanos);
  }

  /** The counts of one endpoint. */
  public DeviceProgress progress(int endpoint) {
    return parts.get(endpoint).recorder.progress();
  }

  /** The failures of one endpoint by reason, in the order in which they first occurred. */
  public List<ErrorSummary> errors(int endpoint) {
    return parts.get(endpoint).recorder.errors();
  }

  /** The distributions of one endpoint, in the order of {@link DeviceRecorder#MEASURES}. */
  public List<AbstractHistogram> histograms(int endpoint) {
    return parts.get(endpoint).recorder.histograms();
  }

  /** By how much the generator sent too late, over all endpoints. */
  public LatencySummary lateness() {
    LatencyRecorder lateness = new LatencyRecorder();
    parts.forEach(part -> lateness.add(part.recorder.lateness()));
    return lateness.summarise();
  }

  /** Whether every planned poll of an endpoint was sent, missed or in flight, at every device. */
  public boolean isBalanced(int endpoint) {
    return parts.get(endpoint).balanced;
  }

  /** The longest time without a success of any endpoint. */
  public SilenceSummary silence() {
    return silence;
  }

  /** Ticks that were accounted for or in flight. */
  public long ticks() {
    return ticks;
  }

  /** Number of endpoints. */
  public int endpoints() {
    return parts.size();
  }

  /** The first bin. */
  public int fromBin() {
    return fromBin;
  }

  /** The bin after the last one. */
  public int toBin() {
    return fromBin + parts.get(0).bins.size();
  }

  /** The endpoint in one of the fleet's bins. */
  public BinSummary bin(int endpoint, int bin) {
    return parts.get(endpoint).bins.get(bin - fromBin);
  }
}
