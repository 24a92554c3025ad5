package fleetpoll.process;

import fleetpoll.text.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps some files open so that it can give them up later: a process that has run out of files must
 * still be able to load the classes that report it, and to write what it has measured.
 */
public final class SpareFiles implements Closeable {

  private final List<FileChannel> open = new ArrayList<>();

  /** Opens {@code count} files, or as many as possible. */
  public SpareFiles(int count) {
    Path anyFile = Path.of(System.getProperty("java.home"), "release");
    try {
      while (open.size() < count) {
        open.add(FileChannel.open(anyFile));
      }
    } catch (IOException e) {
      System.err.println("No files to spare: " + Reason.of(e));
    }
  }

  /** Gives them up. */
  @Override
  public synchronized void close() throws IOException {
    for (FileChannel file : open) {
      file.close();
    }
    open.clear();
  }
}
