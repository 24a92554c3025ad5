package fleetpoll.capacity;

import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Draws a search: the page and the text for a pull request. */
public final class CapacityFiles {

  private CapacityFiles() {}

  /**
   * Draws from the folder alone, over what may be there.
   *
   * @return where the page is
   * @throws IOException if the search cannot be read, or a file cannot be written
   */
  public static Path draw(CapacityFolder folder) throws IOException {
    Capacity capacity = folder.read();
    new WholeFile(folder.text()).write(String.join("\n", CapacityMarkdown.lines(capacity)));
    return CapacityPage.draw(capacity, folder);
  }
}
