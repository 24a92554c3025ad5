package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run loads, parsed and verified once for all runs of a build: with it, a run takes a third
 * less of a processor. A JVM keeps only what comes from jars, so there is one only if the build has
 * packed this project; elsewhere, runs start without. The JVM itself leaves it alone if a jar is
 * not the one it was made of.
 */
final class ClassArchive {

  private static final Path BUILD = Path.of("target").toAbsolutePath();
  private static final Path FOLDER = BUILD.resolve("class-archive");
  private static final Path ARCHIVE = FOLDER.resolve("runs.jsa");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private ClassArchive() {}

  /** Flags of a run's JVM, its class path among them. */
  static List<String> flags() throws IOException {
    return flag()
        .map(archive -> List.of(archive, "-cp", jars().orElseThrow()))
        .orElseGet(() -> List.of("-cp", CLASS_PATH));
  }

  /** Flags of the JVM that a run starts with its own class path, as a parameter's value. */
  static String flagsBelow(String... flags) throws IOException {
    return Stream.concat(Stream.of(flags), flag().stream()).collect(Collectors.joining(","));
  }

  private static synchronized Optional<String> flag() throws IOException {
    Optional<String> jars = jars();
    return jars.isPresent() && isThere(jars.get())
        ? Optional.of("-XX:SharedArchiveFile=" + ARCHIVE)
        : Optional.empty();
  }

  /**
   * This project's classes and tests, packed, and then all others; empty if they are not packed.
   */
  private static Optional<String> jars() {
    List<Path> all = Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of).toList();
    Optional<Path> packed = all.stream().filter(path -> isJarIn(BUILD, path)).findFirst();
    return packed.map(ClassArchive::testsOf).filter(Files::exists).map(tests -> join(all, tests));
  }

  private static boolean isJarIn(Path folder, Path path) {
    return folder.equals(path.getParent()) && path.toString().endsWith(".jar");
  }

  private static Path testsOf(Path packed) {
    String name = packed.getFileName().toString();
    return packed.resolveSibling(name.replaceFirst("\\.jar$", "-tests.jar"));
  }

  private static String join(List<Path> classPath, Path tests) {
    List<String> jars = new ArrayList<>(List.of(tests.toString()));
    classPath.stream().filter(Files::isRegularFile).map(Path::toString).forEach(jars::add);
    return String.join(File.pathSeparator, jars);
  }

  /** Makes it first if nobody has; whoever comes meanwhile starts without. */
  private static boolean isThere(String jars) throws IOException {
    if (isNewerThan(jars)) {
      return true;
    }
    Files.createDirectories(FOLDER);
    try (FileChannel lock =
            FileChannel.open(
                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock()) {
      if (held != null && !isNewerThan(jars)) {
        make(jars);
      }
      return isNewerThan(jars);
    }
  }

  private static boolean isNewerThan(String jars) {
    return Stream.of(jars.split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> isJarIn(BUILD, jar))
        .allMatch(jar -> jar.toFile().lastModified() < ARCHIVE.toFile().lastModified());
  }

  /** A server that refuses some and breaks off others shows a run more of itself. */
  private static void make(String jars) throws IOException {
    Path unfinished = FOLDER.resolve("unfinished.jsa");
    Files.deleteIfExists(unfinished);
    List<String> flags = List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-cp", jars);
    try (GatlingProcess run =
        GatlingProcess.startWith(
            flags,
            FOLDER,
            "target=embedded",
            "embedded.faults=device-0001=error:1/2,device-0002=close:1/2",
            "devices=4",
            "duration=1s",
            "interval=250",
            "warm-up=1s")) {
      assertThat(run.exitCode()).as(run.toString()).isZero();
      Files.move(unfinished, ARCHIVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
