package fleetpoll.schedule;

/**
 * The planned polls of one endpoint of one device that wait for a success. The schedule knows all
 * their dues. So this keeps only which is the first, and the sum of the dues of those that are
 * accounted for: to add up those of an outage of hours at its end would hold up the event loop.
 * Belongs to the device's thread.
 */
public final class WaitingPolls {

  /** So many are recorded one by one as quickly as together. */
  private static final int FEW = 64;

  private static final int NANOS_PER_MICRO = 1_000;

  private final PollGrid grid;
  private final boolean isEven;
  private long first;
  private long added; // the polls before it
  private long dueMicros; // the sum, of those from the first on

  /** None of {@code grid} is answered yet. */
  public WaitingPolls(PollGrid grid) {
    this.grid = grid;
    this.isEven = grid.ticks().isMultipleOf(NANOS_PER_MICRO);
  }

  /** The first that waits; all before it are answered. */
  public long first() {
    return first;
  }

  /** It is known what became of the polls before {@code end}; not all of them have to be told. */
  public void accountedFor(long end) {
    if (isEven && end > added) {
      dueMicros += dueMicros(added, end);
      added = end;
    }
  }

  /** Whether those before {@code end} are so many that they should be recorded together. */
  public boolean areMany(long end) {
    return end - first > FEW;
  }

  /** How long those before {@code end} have waited at an instant; there must be one. */
  public Waits waits(long end, long nowNanos) {
    return new Waits(grid, first, end, nowNanos, waitedMicros(end, nowNanos));
  }

  /** Those before {@code end} wait no longer. */
  public void remove(long end) {
    if (end > first) {
      first = end;
      dueMicros = dueMicros(end, added);
      added = Math.max(added, end);
    }
  }

  private double waitedMicros(long end, long nowNanos) {
    long count = Math.max(0, Math.min(end, grid.dueBy(nowNanos)) - first);
    long firstNanos = grid.dueNanos(first);
    long mostMicros = Math.max(1, (nowNanos - firstNanos) / NANOS_PER_MICRO);
    if (!isEven || count > Long.MAX_VALUE / mostMicros) {
      return addedUp(first + count, nowNanos);
    }
    // All dues have the same part of a microsecond.
    long part = Math.floorMod(firstNanos, NANOS_PER_MICRO);
    return count * Math.floorDiv(nowNanos - part, NANOS_PER_MICRO) - dueMicrosUntil(first + count);
  }

  private double addedUp(long end, long nowNanos) {
    double micros = 0;
    for (long poll = first; poll < end; poll++) {
      micros += (nowNanos - grid.dueNanos(poll)) / NANOS_PER_MICRO;
    }
    return micros;
  }

  private long dueMicrosUntil(long end) {
    return dueMicros + dueMicros(added, end) - dueMicros(end, added);
  }

  private long dueMicros(long from, long to) {
    long micros = 0;
    for (long poll = from; poll < to; poll++) {
      micros += Math.floorDiv(grid.dueNanos(poll), NANOS_PER_MICRO);
    }
    return micros;
  }
}
