package fleetpoll.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads and checks everything that decides what a fleet does. */
public final class SettingsLoader {

  private SettingsLoader() {}

  /**
   * The settings from the class path's {@code fleet.conf}, the profile that the property {@code
   * profile} names, if any, over it, and properties with the names of parameters over both. The
   * same inputs and files give the same settings; the environment plays no part.
   *
   * @param systemProperties all of the JVM's; those that are no parameters and do not look like one
   *     are left alone
   * @param workingDirectory where relative paths begin
   * @throws InvalidSettings naming everything that is wrong
   */
  public static FleetSettings load(Map<String, String> systemProperties, Path workingDirectory) {
    return load(systemProperties, workingDirectory, SettingsLoader.class.getClassLoader());
  }

  /**
   * The same, and what only the target understands is checked along with the rest.
   *
   * @param faults throws {@link IllegalArgumentException} where the entries of {@code
   *     embedded.faults} are not what the embedded target knows; its message says what is allowed
   */
  public static FleetSettings load(
      Map<String, String> systemProperties, Path workingDirectory, Consumer<List<String>> faults) {
    return load(systemProperties, workingDirectory, SettingsLoader.class.getClassLoader(), faults);
  }

  static FleetSettings load(
      Map<String, String> systemProperties, Path workingDirectory, ClassLoader resources) {
    return load(systemProperties, workingDirectory, resources, anything -> {});
  }

  private static FleetSettings load(
      Map<String, String> systemProperties,
      Path workingDirectory,
      ClassLoader resources,
      Consumer<List<String>> faults) {
    Problems problems = new Problems();
    Layers layers =
        Layers.read(Defaults.FLEET, systemProperties, workingDirectory, resources, problems);
    FleetReader reader = new FleetReader(layers, new InputFiles(workingDirectory), problems);
    reader.checkFaults(faults);
    KnownKeys known = reader.knownKeys();
    UnknownKeys unknown = new UnknownKeys(known, problems);
    unknown.checkFiles(layers.files());
    unknown.checkCommandLine(systemProperties.keySet());
    if (!problems.isEmpty()) {
      throw problems.inOrder(known);
    }
    return reader.settings();
  }
}
