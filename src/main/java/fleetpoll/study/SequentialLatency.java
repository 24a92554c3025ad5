package fleetpoll.study;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Measures the latency of requests that go out one after the other, once client and server are
 * warm: until then a request of a fast server takes several times as long. Both the warm-up and the
 * measurement end after a number of requests or a time, whichever comes first.
 */
final class SequentialLatency {

  /** Sends a request and waits for its answer. */
  @FunctionalInterface
  interface Request {

    /**
     * Returns when the answer is there.
     *
     * @param i the request's index
     * @throws IOException if it has none, or not the expected one
     */
    void send(long i) throws IOException, InterruptedException;
  }

  static final int MOST_REQUESTS = 500;
  static final int LEAST_MEASURED = 10;
  static final long BOUND_NANOS = Duration.ofSeconds(1).toNanos();

  private static final int STRETCHES = 5;

  private final Request request;
  private final LongSupplier nanoTime;
  private long sent = 1;

  private SequentialLatency(Request request, LongSupplier nanoTime) {
    this.request = request;
    this.nanoTime = nanoTime;
  }

  /**
   * From a request's sending to the end of its answer, in nanoseconds: the median of the means of
   * five stretches of equally many requests. n requests take n times the mean, so what ordinary
   * requests differ by counts; a median of single requests would leave it out. But one stall, such
   * as a garbage collection, is in one stretch only, and there the median leaves it out.
   *
   * @param begunNanos when request 0 was sent, with which the warm-up began
   * @throws IOException if a request fails
   */
  static long nanos(Request request, LongSupplier nanoTime, long begunNanos)
      throws IOException, InterruptedException {
    SequentialLatency latency = new SequentialLatency(request, nanoTime);
    latency.send(begunNanos, 0, MOST_REQUESTS - 1);
    return typical(latency.send(nanoTime.getAsLong(), LEAST_MEASURED, MOST_REQUESTS));
  }

  /** Sends until the time is over, but at least and at most so many; returns their latencies. */
  private List<Long> send(long begunNanos, int least, int most)
      throws IOException, InterruptedException {
    List<Long> latencies = new ArrayList<>();
    long now = nanoTime.getAsLong();
    while (latencies.size() < least
        || (latencies.size() < most && now - begunNanos < BOUND_NANOS)) {
      request.send(sent++);
      long end = nanoTime.getAsLong();
      latencies.add(end - now);
      now = end;
    }
    return latencies;
  }

  private static long typical(List<Long> latencies) {
    int size = latencies.size();
    return IntStream.range(0, STRETCHES)
        .mapToObj(s -> latencies.subList(s * size / STRETCHES, (s + 1) * size / STRETCHES))
        .mapToLong(SequentialLatency::mean)
        .sorted()
        .skip(STRETCHES / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long mean(List<Long> latencies) {
    return latencies.stream().mapToLong(Long::longValue).sum() / latencies.size();
  }
}
