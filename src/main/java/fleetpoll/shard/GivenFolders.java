package fleetpoll.shard;

import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * The folders that a user names. One that is no run's stands for the runs that are in it, so that
 * whoever starts many shards names one folder only.
 */
public final class GivenFolders {

  /** A folder of a fleet contains one for each shard, and that contains the run's. */
  private static final int DEPTH = 3;

  private GivenFolders() {}

  /**
   * The folders of runs, in the order of {@code given}; those of one folder by their names.
   *
   * @throws IOException if one of them cannot be listed
   */
  public static List<Path> ofRuns(List<Path> given) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path folder : given) {
      List<Path> found = isRun(folder) ? List.of() : below(folder);
      // One without any is not a run folder, and the merge says so.
      folders.addAll(found.isEmpty() ? List.of(folder) : found);
    }
    return folders;
  }

  private static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.RUN));
  }

  private static List<Path> below(Path folder) throws IOException {
    Finder finder = new Finder(new ArrayList<>());
    if (Files.isDirectory(folder)) {
      // A link such as latest would be the same run once more.
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, finder);
    }
    Collections.sort(finder.found);
    return finder.found;
  }

  /** A run's folder contains further files of a run's name, those of its checkpoint. */
  private static final class Finder extends SimpleFileVisitor<Path> {

    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!isRun(folder)) {
        return FileVisitResult.CONTINUE;
      }
      found.add(folder);
      return FileVisitResult.SKIP_SUBTREE;
    }
  }
}
