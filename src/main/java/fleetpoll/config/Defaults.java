package fleetpoll.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of {@code conf/} that say which parameters there are, each with its default. */
public enum Defaults {
  /** What a fleet does. */
  FLEET("fleet.conf"),
  /** What a concurrency study does; how the embedded target is started, the fleet's file says. */
  STUDY("study.conf") {
    @Override
    Optional<Layers.Parsed> read(ClassLoader resources, Problems problems) {
      Optional<Layers.Parsed> fleets = FLEET.read(resources, problems);
      return super.read(resources, problems)
          .flatMap(own -> fleets.map(fleet -> over(own, fleet.content())));
    }

    private static Layers.Parsed over(Layers.Parsed own, Config fleet) {
      return new Layers.Parsed(
          own.file(), own.content().withFallback(fleet.withOnlyPath("embedded")));
    }
  };

  private final String file;

  Defaults(String file) {
    this.file = file;
  }

  /** As the user edits it. */
  public String shownAs() {
    return "conf/" + file;
  }

  /** Reads them from the class path; empty, and a problem, where that cannot be done. */
  Optional<Layers.Parsed> read(ClassLoader resources, Problems problems) {
    try (InputStream stream = resources.getResourceAsStream(file)) {
      if (stream != null) {
        ConfigFile source = new ConfigFile(shownAs(), stream.readAllBytes());
        return Optional.of(new Layers.Parsed(source, source.parse().resolve(Layers.WITHIN_FILES)));
      }
      problems.add(file, shownAs(), "not on the class path");
    } catch (ConfigException e) {
      problems.add(Layers.ofParser(file, Optional.empty(), e));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file, shownAs(), "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
