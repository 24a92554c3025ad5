package fleetpoll.app.capacity;

import fleetpoll.capacity.CapacityFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps other processes from writing the same search. */
final class SearchLock {

  private static final String NAME = "capacity.lock";

  /** A lock is held until the process ends, however it ends; what is collected is not held. */
  private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

  private SearchLock() {}

  /**
   * Takes the search in a folder for this process, until it ends. Makes the folder if it is not
   * there.
   *
   * @return whether nobody has it
   * @throws IOException if the folder cannot be written
   */
  static boolean take(CapacityFolder folder) throws IOException {
    Path file = Files.createDirectories(folder.path()).resolve(NAME);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        HELD.add(lock);
        return true;
      }
    } catch (OverlappingFileLockException ofThisProcess) {
      // This process has it: the same as if another had it.
    }
    channel.close();
    return false;
  }
}
