package fleetpoll.it;

import fleetpoll.simulation.DevicePollSimulation;
import java.util.ArrayList;
import java.util.List;

/** A simulation that takes the heap, some time after its beginning. */
public final class Hungry extends DevicePollSimulation {

  private static final int PIECE_BYTES = 1 << 14;
  private static final int LEFT_BYTES = 1 << 18;

  private final List<byte[]> eaten = new ArrayList<>();

  @Override
  public void before() {
    super.before();
    Thread thread = new Thread(this::eat, "hungry");
    thread.setDaemon(true);
    thread.start();
  }

  private void eat() {
    try {
      Thread.sleep(Long.getLong("hungry.after"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.gc();
    // A little less than everything: what is kept back for the end is not for this thread.
    while (free() > LEFT_BYTES) {
      eaten.add(new byte[PIECE_BYTES]);
    }
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
