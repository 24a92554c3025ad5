package fleetpoll.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** New files that are open together: also those are closed whose neighbour could not be opened. */
final class OpenFiles implements AutoCloseable {

  private final List<ForcedFile> files = new ArrayList<>();

  ForcedFile create(Path path) throws IOException {
    ForcedFile file = ForcedFile.create(path);
    files.add(file);
    return file;
  }

  /** Each is closed, and on the disk, whatever the others throw. */
  @Override
  public void close() throws IOException {
    IOException first = null;
    for (ForcedFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
