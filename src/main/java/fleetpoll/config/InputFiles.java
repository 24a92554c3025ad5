package fleetpoll.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
    TextPattern.NOT_EMPTY.apply(written);
    try {
      return Stream.of(workingDirectory, workingDirectory.resolve(second))
          .map(directory -> directory.resolve(written))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no such file in the working directory or in " + second));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be the path of a file: " + e.getReason(), e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is no such file, or it is no UTF-8
   */
  public String read(String written) {
    try {
      return Files.readString(find(written));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("must be the path of a file in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e, e);
    }
  }
}
