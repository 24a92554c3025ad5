package fleetpoll.config;

import fleetpoll.text.FilePath;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the files that parameters name.
 *
 * @param workingDirectory the folder that relative paths start from
 * @param second a folder in it that is also searched
 */
public record InputFiles(Path workingDirectory, String second) {

  /**
   * @throws IllegalArgumentException if there is no such file
   */
  public Path find(String written) {
    Path path = FilePath.of(TextPattern.NOT_EMPTY.apply(written), "a file");
    return Stream.of(workingDirectory, workingDirectory.resolve(second))
        .map(directory -> directory.resolve(path))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    FilePath.missing(
                        written, "no such file in the working directory or in " + second)));
  }

  /**
   * The same for a file that is kept in memory.
   *
   * @param most its longest length in bytes
   * @throws IllegalArgumentException if there is no such file, or it is longer
   */
  public Path find(String written, long most) {
    Path file = find(written);
    checkSize(file, most);
    return file;
  }

  /** Refuses a file that is longer, with both lengths. */
  static void checkSize(Path file, long most) {
    try {
      long size = Files.size(file);
      if (size > most) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "has %,d bytes; at most %,d are allowed", size, most));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * What a file contains.
   *
   * @param most its longest length in bytes
   * @throws IllegalArgumentException if there is no such file, or it is longer
   */
  public byte[] read(String written, long most) {
    try {
      return Files.readAllBytes(find(written, most));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + Reason.of(e), e);
    }
  }
}
