package fleetpoll.run.unfinished;

import fleetpoll.run.file.FolderTree;
import fleetpoll.run.file.Part;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder {@code checkpoint} in the folder of a run that has not ended. Its newest folder, such
 * as {@code 2}, contains what the devices had recorded at one time. It is whole: it is made as
 * {@code 2.part} and renamed when everything in it is on the disk.
 */
public record CheckpointFolder(Path path) {

  private static final String NAME = "checkpoint";

  /** That of the run in this folder, there or not. */
  public static CheckpointFolder of(Path run) {
    return new CheckpointFolder(run.resolve(NAME));
  }

  /**
   * Makes the folder.
   *
   * @return false if it is there already: the run's folder is another process's
   */
  public boolean claim() throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException ofAnotherProcess) {
      return false;
    }
  }

  /** The newest whole checkpoint; empty if there is none. */
  public Optional<Path> newest() throws IOException {
    return whole().stream().max(Comparator.comparingLong(CheckpointFolder::number));
  }

  /** An empty folder for the files of a checkpoint that is not yet whole. */
  public Path begin(long number) throws IOException {
    Path part = part(number);
    FolderTree.delete(part);
    return Files.createDirectory(part);
  }

  /**
   * The checkpoint is whole, and its files are on the disk; older ones are deleted.
   *
   * @throws IOException if it is still none
   */
  public void commit(long number) throws IOException {
    commit(number, CheckpointFolder::force);
  }

  /**
   * The same.
   *
   * @param disk lets the entries of a folder survive a power cut from now on
   */
  void commit(long number, Consumer<Path> disk) throws IOException {
    Path part = part(number);
    // A folder on the disk does not mean that its entries are.
    disk.accept(part);
    Files.move(part, whole(number), StandardCopyOption.ATOMIC_MOVE);
    disk.accept(path);
    disk.accept(path.toAbsolutePath().getParent());
    deleteBefore(number);
  }

  private void deleteBefore(long number) {
    try {
      for (Path other : whole()) {
        if (number(other) < number) {
          FolderTree.delete(other);
        }
      }
    } catch (IOException e) {
      // The newest counts; after the next one it is tried again.
    }
  }

  /** Deletes the folder with all that is in it. */
  public void remove() throws IOException {
    FolderTree.delete(path);
  }

  /** Deletes what is left of a checkpoint that did not become whole. */
  public void abandon(long number) throws IOException {
    FolderTree.delete(part(number));
  }

  private Path whole(long number) {
    return path.resolve(Long.toString(number));
  }

  private Path part(long number) {
    return Part.of(whole(number));
  }

  private List<Path> whole() throws IOException {
    try (Stream<Path> folders = Files.list(path)) {
      return folders.filter(folder -> number(folder) >= 0).toList();
    } catch (NoSuchFileException noCheckpoint) {
      return List.of();
    }
  }

  /** -1 if it is not the name of a whole one. */
  private static long number(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d{1,18}") ? Long.parseLong(name) : -1;
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Then the system decides when.
    }
  }
}
