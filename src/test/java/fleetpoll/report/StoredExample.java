package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stored run for tests of other packages. */
public final class StoredExample {

  private StoredExample() {}

  /** Stores a run of three devices in {@code folder}. */
  public static void in(Path folder) {
    RunExamples.threeDevices(new RunFolder(folder));
  }

  /** Stores the same run as Fleetpoll did up to schema 2, with a missing file and why. */
  public static void ofSchemaTwo(Path folder, String missing) throws IOException {
    in(folder);
    Path run = folder.resolve(RunFolder.RUN);
    String today = Files.readString(run);
    String then =
        today
            .replace("\"schemaVersion\" : 3", "\"schemaVersion\" : 2")
            .replace("\"missing\" : [ ]", "\"missing\" : [ \"" + missing + "\" ]");
    assertThat(then).contains("\"schemaVersion\" : 2", missing);
    Files.writeString(run, then);
  }
}
