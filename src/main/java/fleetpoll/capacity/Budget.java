package fleetpoll.capacity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How long a search may still go on: a bound on the whole, interruptions left out. */
public final class Budget {

  private static final int LATEST = 5;

  private final Duration whole;
  private final Duration before;
  private final LongSupplier clock;
  private final long beginNanos;
  private final Duration firstOverhead;
  private final Deque<Duration> overheads = new ArrayDeque<>();

  /**
   * A budget that begins now.
   *
   * @param before what the search has taken before it was interrupted
   * @param overhead how much longer than its schedule a run takes, until one has shown it
   * @param clock in nanoseconds, never goes back
   */
  public Budget(Duration whole, Duration before, Duration overhead, LongSupplier clock) {
    this.whole = whole;
    this.before = before;
    this.firstOverhead = overhead;
    this.clock = clock;
    this.beginNanos = clock.getAsLong();
  }

  /** What the search has taken so far. */
  public Duration spent() {
    return before.plusNanos(clock.getAsLong() - beginNanos);
  }

  /** What is left of the budget; zero if it is used up. */
  public Duration left() {
    Duration left = whole.minus(spent());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Learns from a trial how much longer than its schedule runs take: the median of the last {@value
   * #LATEST} counts, so one slow run does not end a search early.
   */
  public synchronized void took(Duration schedule, Duration whole) {
    overheads.addLast(whole.minus(schedule));
    if (overheads.size() > LATEST) {
      overheads.removeFirst();
    }
  }

  /** Of an even number the longer one of the middle. */
  private Duration overhead() {
    return overheads.isEmpty()
        ? firstOverhead
        : overheads.stream().sorted().toList().get(overheads.size() / 2);
  }

  /** How long a run takes, from its start to its end, whose schedule takes so long. */
  public synchronized Duration whole(Duration schedule) {
    return schedule.plus(overhead());
  }

  /**
   * How many runs end within the budget.
   *
   * @param schedule of each, and of the pause before it; more than zero
   */
  public long affordable(Duration schedule) {
    return left().dividedBy(whole(schedule));
  }
}
