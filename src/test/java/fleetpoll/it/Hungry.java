package fleetpoll.it;

import fleetpoll.simulation.DevicePollSimulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A simulation that takes the heap as soon as a file is there, or when its devices have ended. */
public final class Hungry extends DevicePollSimulation {

  private static final int PIECE_BYTES = 1 << 14;
  private static final int LEFT_BYTES = 1 << 18;

  private final List<byte[]> eaten = new ArrayList<>();

  @Override
  public void before() {
    super.before();
    if (System.getProperty("hungry.when") == null) {
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
    Path file = Path.of(System.getProperty("hungry.when"));
    Await.until(() -> Files.exists(file), () -> file + " is there");
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
