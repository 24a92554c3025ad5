package fleetpoll.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps some files open, to have as many to spare later: a client that has run out of them must
 * still be able to load the classes that say so.
 */
final class SpareFiles implements Closeable {

  private static final int COUNT = 32;

  private final List<FileChannel> open = new ArrayList<>();

  /** Opens them, or as many as there can be. */
  SpareFiles() {
    Path anyFile = Path.of(System.getProperty("java.home"), "release");
    try {
      while (open.size() < COUNT) {
        open.add(FileChannel.open(anyFile));
      }
    } catch (IOException e) {
      System.err.println("No files to spare: " + e.getMessage());
    }
  }

  /** Gives them up. */
  @Override
  public void close() throws IOException {
    for (FileChannel file : open) {
      file.close();
    }
    open.clear();
  }
}
