package fleetpoll.report;

import fleetpoll.run.RunFolder;
import java.nio.file.Path;

/** A stored run for tests of other packages. */
public final class StoredExample {

  private StoredExample() {}

  /** Stores a run of three devices in {@code folder}. */
  public static void in(Path folder) {
    RunExamples.threeDevices(new RunFolder(folder));
  }
}
