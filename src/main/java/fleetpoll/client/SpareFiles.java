package fleetpoll.client;

import fleetpoll.text.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps some files open so that it can give them up later: a client that has run out of files must
 * still be able to load the classes that report it.
 */
final class SpareFiles implements Closeable {

  private static final int COUNT = 32;

  private final List<FileChannel> open = new ArrayList<>();

  /** Opens the files, or as many as possible. */
  SpareFiles() {
    Path anyFile = Path.of(System.getProperty("java.home"), "release");
    try {
      while (open.size() < COUNT) {
        open.add(FileChannel.open(anyFile));
      }
    } catch (IOException e) {
      System.err.println("No files to spare: " + Reason.of(e));
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
