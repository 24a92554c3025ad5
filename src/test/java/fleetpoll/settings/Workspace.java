package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.config.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user's working directory, in which settings are loaded. */
public record Workspace(Path directory, Map<String, String> environment) {

  private static final SettingsLoader.Experts EXPERTS =
      new SettingsLoader.Experts(
          faults -> {},
          path -> {
            if (path.endsWith("[")) {
              throw new IllegalArgumentException("must be a path of the test's");
            }
          },
          pid -> true);

  public Workspace(Path directory) {
    this(directory, new LinkedHashMap<>());
  }

  /** Sets a variable of the environment. */
  Workspace withVariable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Writes a file. */
  Workspace with(String name, String content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads with properties written {@code name=value}. */
  FleetSettings load(String... properties) {
    return load(asMap(properties));
  }

  /** Loads a profile {@code p.conf} of this content. */
  public FleetSettings loadProfile(String profile, String... properties) {
    with("p.conf", profile);
    return load(withProfile(properties));
  }

  /** The lines about problems with which loading ends. */
  List<String> problems(String... properties) {
    return problems(asMap(properties));
  }

  /** The lines about problems with which loading a profile {@code p.conf} of this content ends. */
  List<String> problemsOfProfile(String profile, String... properties) {
    with("p.conf", profile);
    return problems(withProfile(properties));
  }

  private List<String> problems(Map<String, String> properties) {
    InvalidSettings[] thrown = new InvalidSettings[1];
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> load(properties))
        .satisfies(e -> thrown[0] = e);
    return thrown[0].getMessage().lines().skip(1).map(String::strip).toList();
  }

  private FleetSettings load(Map<String, String> properties) {
    return SettingsLoader.load(
        properties, directory, getClass().getClassLoader(), new Environment(environment), EXPERTS);
  }

  private static Map<String, String> withProfile(String... properties) {
    Map<String, String> map = asMap(properties);
    map.put("profile", "p.conf");
    return map;
  }

  static Map<String, String> asMap(String... properties) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String property : properties) {
      int equals = property.indexOf('=');
      map.put(property.substring(0, equals), property.substring(equals + 1));
    }
    return map;
  }
}
