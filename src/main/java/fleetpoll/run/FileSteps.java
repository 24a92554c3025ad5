package fleetpoll.run;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files one after the other: if one cannot be written, whatever is thrown, the others still
 * are.
 */
public final class FileSteps {

  private final List<Missing> missing;
  private boolean storageFailed;

  /** Begins with the files that are known to be missing. */
  public FileSteps(List<Missing> missing) {
    this.missing = new ArrayList<>(missing);
  }

  /** Writes a file. */
  public interface Step {
    void run() throws IOException;
  }

  /**
   * Does {@code step}; if it fails, {@code file} is missing.
   *
   * @return whether it succeeded
   */
  public boolean attempt(String file, Step step) {
    try {
      step.run();
      return true;
    } catch (IOException | UncheckedIOException e) {
      storageFailed = true;
      missing.add(new Missing(file, Reason.of(e)));
    } catch (Throwable e) {
      // An OutOfMemoryError in one file says nothing about a smaller one.
      missing.add(new Missing(file, Reason.of(e)));
    }
    return false;
  }

  /** The files that could not be written so far, in order. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** Whether a file is missing because of where it was to be stored: another place may do. */
  public boolean hasStorageFailed() {
    return storageFailed;
  }
}
