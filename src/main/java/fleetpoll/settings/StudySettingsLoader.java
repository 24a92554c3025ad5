package fleetpoll.settings;

import fleetpoll.config.Defaults;
import fleetpoll.config.KnownKeys;
import fleetpoll.config.Layers;
import fleetpoll.config.Problems;
import fleetpoll.config.UnknownKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads and checks everything that decides what a concurrency study does. */
public final class StudySettingsLoader {

  private StudySettingsLoader() {}

  /**
   * The settings from the class path's {@code study.conf}, the profile that the property {@code
   * profile} names, if any, over it, and properties with the names of parameters over both.
   *
   * @param systemProperties all of the JVM's; those that are no parameters and do not look like one
   *     are left alone
   * @param workingDirectory where relative paths begin
   * @param faults throws {@link IllegalArgumentException} where the entries of {@code
   *     embedded.faults} are not what the embedded target knows; its message says what is allowed
   * @throws InvalidSettings naming everything that is wrong
   */
  public static StudySettings load(
      Map<String, String> systemProperties, Path workingDirectory, Consumer<List<String>> faults) {
    Problems problems = new Problems();
    Layers layers =
        Layers.read(
                Defaults.STUDY,
                systemProperties,
                workingDirectory,
                StudySettingsLoader.class.getClassLoader(),
                problems)
            .orElseThrow(() -> new InvalidSettings(problems.inOrder(SettingsLoader.FOUND)));
    StudyReader reader = new StudyReader(layers, problems);
    reader.checkFaults(faults);
    KnownKeys known = reader.knownKeys();
    new UnknownKeys(known, problems).check(layers);
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems.inOrder(known));
    }
    return reader.settings();
  }
}
