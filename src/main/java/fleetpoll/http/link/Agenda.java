package fleetpoll.http.link;

import io.netty.util.concurrent.EventExecutor;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a link does later, each at its instant; at the same instant, in the order in which it was
 * added. Has one timer. Belongs to one event loop.
 */
final class Agenda {

  private record Item(long atNanos, long number, Runnable effect, Runnable dropped) {}

  private static final Comparator<Item> IN_ORDER =
      Comparator.comparingLong(Item::atNanos).thenComparingLong(Item::number);

  private final EventExecutor executor;
  private final PriorityQueue<Item> items = new PriorityQueue<>(IN_ORDER);
  private long added;
  private long timerNanos = Long.MAX_VALUE;
  private boolean isRunning;

  Agenda(EventExecutor executor) {
    this.executor = executor;
  }

  long nowNanos() {
    return executor.ticker().nanoTime();
  }

  /**
   * Adds something to do; it is done at once if it is due and nothing is before it.
   *
   * @param dropped what to do if it comes to nothing
   */
  void add(long atNanos, Runnable effect, Runnable dropped) {
    if (items.isEmpty() && !isRunning && atNanos <= nowNanos()) {
      effect.run();
      return;
    }
    items.add(new Item(atNanos, added++, effect, dropped));
    arm();
  }

  /** Does everything now, in its order. */
  void hurry() {
    run(Long.MAX_VALUE);
  }

  /** Everything comes to nothing. */
  void drop() {
    for (Item next = items.poll(); next != null; next = items.poll()) {
      next.dropped.run();
    }
  }

  private void ring(long atNanos) {
    if (atNanos == timerNanos) {
      timerNanos = Long.MAX_VALUE;
      run(nowNanos());
    }
  }

  private void run(long untilNanos) {
    boolean wasRunning = isRunning;
    isRunning = true;
    try {
      for (Item next = items.peek(); next != null; next = items.peek()) {
        if (next.atNanos > untilNanos) {
          break;
        }
        items.poll().effect.run();
      }
    } finally {
      isRunning = wasRunning;
      arm();
    }
  }

  private void arm() {
    Item next = items.peek();
    if (!isRunning && next != null && next.atNanos < timerNanos) {
      long atNanos = next.atNanos;
      timerNanos = atNanos;
      executor.schedule(
          () -> ring(atNanos), Math.max(0, atNanos - nowNanos()), TimeUnit.NANOSECONDS);
    }
  }
}
