package fleetpoll.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The three sources of parameters: the command line overrides a profile, which overrides the
 * defaults.
 *
 * @param commandLine system properties, of which only some are parameters
 * @param files the profile over the defaults
 * @param defaults the defaults alone
 * @param of describes the file of the defaults
 * @param sources what the files were read from
 * @param instead parameters that are not what a layer says
 */
public record Layers(
    Map<String, String> commandLine,
    ConfigObject files,
    ConfigObject defaults,
    Defaults of,
    List<ConfigFile> sources,
    Map<String, Setting> instead) {

  static final String PROFILE = "profile";

  /**
   * Reads the layers. A profile that cannot be read is a problem and left out; empty if the
   * defaults cannot be read.
   *
   * @param of describes the file of the defaults
   * @param environment from which the files may take values
   */
  public static Optional<Layers> read(
      Defaults of,
      Map<String, String> commandLine,
      Path directory,
      ClassLoader resources,
      Environment environment,
      Problems problems) {
    Optional<Setting> profile =
        Optional.ofNullable(commandLine.get(PROFILE))
            .map(name -> Setting.ofCommandLine(PROFILE, name));
    Optional<Parsed> over =
        profile.flatMap(p -> parsed(p, new Profile(directory, resources, of.aFile()), problems));
    Optional<Parsed> read = of.read(resources, environment, problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Config defaults = read.get().content;
    Config files =
        over.flatMap(
                p ->
                    resolved(
                        profile.get(), p.content.withFallback(defaults), environment, problems))
            .orElse(defaults);
    List<ConfigFile> sources =
        Stream.concat(over.stream(), read.stream()).map(Parsed::file).toList();
    return Optional.of(
        new Layers(commandLine, files.root(), defaults.root(), of, sources, Map.of()));
  }

  /** A file and its content. */
  record Parsed(ConfigFile file, Config content) {

    Parsed over(Config other) {
      return new Parsed(file, content.withFallback(other));
    }
  }

  /** The same with these parameters, whatever the layers say of their keys. */
  public Layers with(List<Setting> others) {
    Map<String, Setting> all = new HashMap<>(instead);
    others.forEach(setting -> all.put(setting.key(), setting));
    return new Layers(commandLine, files, defaults, of, sources, Map.copyOf(all));
  }

  /** A parameter from the highest layer that contains it and may contain it. */
  public Optional<Setting> find(Key<?> key) {
    if (instead.containsKey(key.name())) {
      return Optional.of(instead.get(key.name()));
    }
    return key.isOnlyInFiles() ? findInFiles(key.name()) : find(key.name());
  }

  private Optional<Setting> find(String key) {
    return Optional.ofNullable(commandLine.get(key))
        .map(text -> Setting.ofCommandLine(key, text))
        .or(() -> findInFiles(key));
  }

  private Optional<Setting> findInFiles(String key) {
    return find(files, key).or(() -> find(defaults, key));
  }

  /** Where a key is written, even if another one in the same file replaces it. */
  public Optional<String> originOf(String key) {
    return find(key)
        .map(Setting::origin)
        .or(
            () ->
                sources.stream()
                    .filter(file -> file.writes(key))
                    .map(ConfigFile::shownAs)
                    .findFirst());
  }

  private static Optional<Setting> find(ConfigObject root, String key) {
    ConfigValue value = root;
    for (String name : key.split("\\.")) {
      value = value instanceof ConfigObject object ? object.get(name) : null;
    }
    return Optional.ofNullable(value).map(found -> Setting.ofFile(key, found));
  }

  private static Optional<Parsed> parsed(Setting profile, Profile profiles, Problems problems) {
    try {
      ConfigFile file = profiles.find(profile.written());
      return Optional.of(new Parsed(file, file.parse()));
    } catch (ConfigException e) {
      problems.add(ofParser(PROFILE, Optional.of(profile.written()), e));
    } catch (IllegalArgumentException e) {
      problems.add(profile, e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Config> resolved(
      Setting profile, Config files, Environment environment, Problems problems) {
    try {
      return Optional.of(files.resolve(environment.options()));
    } catch (ConfigException e) {
      problems.add(ofParser(PROFILE, Optional.of(profile.written()), e));
      return Optional.empty();
    }
  }

  static Problem ofParser(String key, Optional<String> value, ConfigException e) {
    String origin = e.origin() == null ? "unknown origin" : Setting.shown(e.origin());
    return new Problem(key, value, Masks.STANDARD.quoting(ConfigFile.messageOf(e)), origin);
  }
}
