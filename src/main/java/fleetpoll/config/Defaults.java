package fleetpoll.config;

import com.typesafe.config.ConfigException;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The file of {@code conf/} that lists the parameters, each with its default.
 *
 * @param file on the class path
 * @param borrowed objects that another such file defines
 * @param aProfile a profile of Fleetpoll, as an example for users
 * @param aFile a file with a user's own profile, likewise
 */
public record Defaults(String file, Optional<Borrowed> borrowed, String aProfile, String aFile) {

  /**
   * Objects of another file.
   *
   * @param paths to them; none: all objects and values
   */
  public record Borrowed(Defaults from, List<String> paths) {}

  /**
   * Another such file, which borrows from this one.
   *
   * @param paths to what it borrows; none: all
   */
  public Defaults borrowedBy(String another, List<String> paths) {
    return new Defaults(another, Optional.of(new Borrowed(this, paths)), aProfile, aFile);
  }

  /** The path of the file that a user edits. */
  public String shownAs() {
    return "conf/" + file;
  }

  /** Reads them from the class path; empty, and a problem, if that cannot be done. */
  Optional<Layers.Parsed> read(ClassLoader resources, Environment environment, Problems problems) {
    Optional<Layers.Parsed> own = readOwn(resources, environment, problems);
    if (own.isEmpty() || borrowed.isEmpty()) {
      return own;
    }
    Optional<Layers.Parsed> from = borrowed.get().from.read(resources, environment, problems);
    if (from.isEmpty()) {
      return from;
    }
    if (borrowed.get().paths.isEmpty()) {
      return Optional.of(own.get().over(from.get().content()));
    }
    Layers.Parsed all = own.get();
    for (String path : borrowed.get().paths) {
      all = all.over(from.get().content().withOnlyPath(path));
    }
    return Optional.of(all);
  }

  private Optional<Layers.Parsed> readOwn(
      ClassLoader resources, Environment environment, Problems problems) {
    try (InputStream stream = resources.getResourceAsStream(file)) {
      if (stream != null) {
        ConfigFile source = new ConfigFile(shownAs(), stream.readAllBytes());
        return Optional.of(
            new Layers.Parsed(source, source.parse().resolve(environment.options())));
      }
      problems.add(file, shownAs(), "not on the class path");
    } catch (ConfigException e) {
      problems.add(Layers.ofParser(file, Optional.empty(), e));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file, shownAs(), "cannot be read: " + Reason.of(e));
    }
    return Optional.empty();
  }
}
