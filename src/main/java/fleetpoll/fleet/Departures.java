package fleetpoll.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is left to do for devices that have left: to close their connections and to let their
 * virtual users go on. This costs as much as several polls, and a fleet leaves within its last
 * interval, in which others still poll. So it is done for some at a time until none of the event
 * loop's devices polls any more. Belongs to that event loop.
 */
final class Departures {

  /** At each beat, so a thousand a second. */
  private static final int AT_A_TIME = 10;

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  /**
   * @param departure of one device; must not throw
   */
  void add(Runnable departure) {
    waiting.add(departure);
  }

  /** Others still poll. */
  void some() {
    run(AT_A_TIME);
  }

  /** Nobody polls any more. */
  void all() {
    run(Integer.MAX_VALUE);
  }

  private void run(int most) {
    for (int i = 0; i < most && !waiting.isEmpty(); i++) {
      waiting.remove().run();
    }
  }
}
