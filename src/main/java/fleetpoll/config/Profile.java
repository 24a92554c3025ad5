package fleetpoll.config;

import fleetpoll.text.FilePath;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds a profile: one of Fleetpoll's by its name, or a user's file by its path.
 *
 * @param workingDirectory the folder that relative paths start from
 * @param resources contains Fleetpoll's profiles
 * @param aFile the path of a user's file, as an example
 */
record Profile(Path workingDirectory, ClassLoader resources, String aFile) {

  private static final String DIRECTORY = "profiles/";
  private static final String SUFFIX = ".conf";

  /** 16 MiB, more than anyone writes: a wrong file must not fill the memory. */
  private static final long MOST_BYTES = 16 << 20;

  /**
   * @throws IllegalArgumentException saying which profiles there are, or why the file is none
   */
  ConfigFile find(String profile) {
    try {
      boolean isFile = profile.contains("/") || profile.endsWith(SUFFIX);
      return isFile ? ofFile(profile) : ofName(profile);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + Reason.of(e), e);
    }
  }

  private ConfigFile ofFile(String written) throws IOException {
    Path file = workingDirectory.resolve(FilePath.of(written, "a file"));
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(FilePath.missing(written, "no such file"));
    }
    InputFiles.checkSize(file, MOST_BYTES);
    return new ConfigFile(written, Files.readAllBytes(file));
  }

  private ConfigFile ofName(String name) throws IOException {
    String path = DIRECTORY + name + SUFFIX;
    URL resource = resources.getResource(path);
    if (name.isEmpty() || resource == null) {
      throw new IllegalArgumentException(
          "must be one of "
              + String.join(", ", names())
              + " (conf/profiles), or a file such as "
              + aFile);
    }
    try (InputStream stream = resource.openStream()) {
      return new ConfigFile("conf/" + path, stream.readAllBytes());
    }
  }

  private Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (URL directory : Collections.list(resources.getResources(DIRECTORY))) {
      try (Stream<String> files = filesIn(directory)) {
        files
            .filter(file -> file.endsWith(SUFFIX))
            .map(file -> file.substring(0, file.length() - SUFFIX.length()))
            .forEach(names::add);
      }
    }
    return names;
  }

  private static Stream<String> filesIn(URL directory) throws IOException {
    URLConnection connection = directory.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .filter(entry -> entry.getName().startsWith(DIRECTORY))
          .map(entry -> entry.getName().substring(DIRECTORY.length()));
    }
    return Files.list(Path.of(URI.create(directory.toString())))
        .map(file -> file.getFileName().toString());
  }
}
