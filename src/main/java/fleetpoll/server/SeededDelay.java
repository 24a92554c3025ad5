package fleetpoll.server;

/**
 * The delays that /delay draws with a seed: uniform, of whole nanoseconds in [min, max], and a pure
 * function of seed and index, {@code min + floor(u * (max - min + 1))}, where u in [0, 1) are the
 * upper 53 bits of number i (from 0) of the SplitMix64 sequence that starts at the seed, over 2^53.
 *
 * @param minNanos shortest
 * @param maxNanos longest
 */
public record SeededDelay(long minNanos, long maxNanos, long seed) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** The delay of request {@code i}, from 0. */
  public long nanos(long i) {
    double u = (mix(seed + (i + 1) * GOLDEN_GAMMA) >>> 11) * 0x1p-53;
    return minNanos + (long) (u * (maxNanos - minNanos + 1));
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
