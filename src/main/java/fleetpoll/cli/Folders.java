package fleetpoll.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads folders from the command line. Relative ones begin at the project, as they do for a run,
 * also where Maven is started from elsewhere.
 *
 * @param workingDirectory of this process, absolute
 * @param project absolute
 */
record Folders(Path workingDirectory, Path project) implements ITypeConverter<Path> {

  /** The system property by which Maven says where the project is. */
  private static final String PROJECT = "fleetpoll.project";

  /** Where Maven says nothing, the project is the working directory. */
  static Folders ofThisProcess() {
    Path workingDirectory = Path.of("").toAbsolutePath();
    return new Folders(
        workingDirectory, workingDirectory.resolve(System.getProperty(PROJECT, "")).normalize());
  }

  @Override
  public Path convert(String text) {
    // As it is written, messages show it best.
    return project.equals(workingDirectory) ? Path.of(text) : project.resolve(text);
  }
}
