package fleetpoll.it;

import fleetpoll.simulation.DevicePollSimulation;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulation that takes the heap, some time after its beginning or when its devices have ended.
 */
public final class Hungry extends DevicePollSimulation {

  private static final int PIECE_BYTES = 1 << 14;
  private static final int LEFT_BYTES = 1 << 18;

  private final List<byte[]> eaten = new ArrayList<>();

  @Override
  public void before() {
    super.before();
    if (Long.getLong("hungry.after") == null) {
      return;
    }
    Thread thread = new Thread(this::eatLater, "hungry");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void after() {
    super.after();
    if (Boolean.getBoolean("hungry.late")) {
      eat();
    }
  }

  private void eatLater() {
    try {
      Thread.sleep(Long.getLong("hungry.after"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    eat();
  }

  private void eat() {
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
