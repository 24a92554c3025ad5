package fleetpoll.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes files one after the other: if one cannot be written, the others still are. */
public final class FileSteps {

  private final List<Missing> missing;

  /** Begins with the files that are known to be missing. */
  public FileSteps(List<Missing> missing) {
    this.missing = new ArrayList<>(missing);
  }

  /** Writes a file. */
  public interface Step {
    void run() throws IOException;
  }

  /** Does {@code step}; if it fails, {@code file} is missing. */
  public void attempt(String file, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      missing.add(new Missing(file, e.getMessage()));
    }
  }

  /** The files that could not be written so far, in order. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }
}
