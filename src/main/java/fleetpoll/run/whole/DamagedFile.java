package fleetpoll.run.whole;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is there and is not what was stored, so nothing that it contains is believed. */
public final class DamagedFile extends IOException {

  private static final long serialVersionUID = 1;

  private final String file;
  private final String why;

  /**
   * Says what is wrong.
   *
   * @param why continues a sentence that begins with the file's name and a colon
   */
  public DamagedFile(Path path, String why) {
    this(path, why, null);
  }

  /** The same with what showed it. */
  public DamagedFile(Path path, String why, Throwable cause) {
    super("%s is damaged: %s".formatted(path.getFileName(), why), cause);
    this.file = path.getFileName().toString();
    this.why = why;
  }

  /** Its name. */
  public String file() {
    return file;
  }

  /** What is wrong, and where. */
  public String why() {
    return why;
  }
}
