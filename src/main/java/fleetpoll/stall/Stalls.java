package fleetpoll.stall;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stalls of all event loops of the generator. Instants are nanoseconds since the fleet's
 * origin.
 */
public final class Stalls {

  private static final Comparator<Stall> BY_BEGIN = Comparator.comparingLong(Stall::beginNanos);

  private final List<Stall> each;
  private final long longestNanos;
  private final StallTime time;

  /** These stalls, in any order. */
  public Stalls(Collection<Stall> stalls) {
    this(stalls, null);
  }

  private Stalls(Collection<Stall> stalls, StallTime time) {
    this.time = time;
    this.each = stalls.stream().sorted(BY_BEGIN).toList();
    this.longestNanos = each.stream().mapToLong(Stall::nanos).max().orElse(0);
  }

  /** Those that these event loops have recorded so far. */
  public static Stalls of(Collection<StallRecorder> loops) {
    return new Stalls(loops.stream().flatMap(loop -> loop.stalls().stream()).toList());
  }

  /** The same without those that ended before an instant. */
  public static Stalls since(long nanos, Collection<StallRecorder> loops) {
    return new Stalls(loops.stream().flatMap(loop -> loop.stallsSince(nanos).stream()).toList());
  }

  /**
   * Those of event loops that may have forgotten short ones.
   *
   * @param time that has added up all of them from the instant on that {@link #totalNanos} is given
   */
  public static Stalls of(Collection<StallRecorder> loops, StallTime time) {
    return new Stalls(of(loops).each, time);
  }

  /**
   * The instant up to which all stalls of these event loops are known: one that stands still is
   * known to do so only afterwards.
   */
  public static long knownNanos(Collection<StallRecorder> loops) {
    return loops.stream().mapToLong(StallRecorder::dueNanos).min().orElse(Long.MAX_VALUE);
  }

  /** All of them, in the order in which they began. */
  public List<Stall> each() {
    return each;
  }

  /**
   * The longest stall between two instants; of one that began or ended outside, the part inside.
   */
  public long longestNanos(long fromNanos, long toNanos) {
    return within(fromNanos, toNanos).mapToLong(Stall::nanos).max().orElse(0);
  }

  /** For how long between two instants at least one event loop stood still. */
  public long totalNanos(long fromNanos, long toNanos) {
    if (time != null) {
      return time.nanos(toNanos);
    }
    long total = 0;
    long until = fromNanos;
    for (Stall stall : within(fromNanos, toNanos).toList()) {
      total += Math.max(0, stall.endNanos() - Math.max(until, stall.beginNanos()));
      until = Math.max(until, stall.endNanos());
    }
    return total;
  }

  private Stream<Stall> within(long fromNanos, long toNanos) {
    // Whoever asks for each second of a week must not look at all stalls each time.
    int first = Stall.begunBefore(each, fromNanos - longestNanos);
    return each.subList(first, each.size()).stream()
        .takeWhile(stall -> stall.beginNanos() < toNanos)
        .filter(stall -> stall.touches(fromNanos, toNanos))
        .map(stall -> stall.within(fromNanos, toNanos));
  }
}
