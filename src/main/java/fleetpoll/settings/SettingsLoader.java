package fleetpoll.settings;

import fleetpoll.config.Defaults;
import fleetpoll.config.InputFiles;
import fleetpoll.config.KnownKeys;
import fleetpoll.config.Layers;
import fleetpoll.config.Problems;
import fleetpoll.config.UnknownKeys;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Reads and checks everything that decides what a fleet does. */
public final class SettingsLoader {

  static final Comparator<String> FOUND = (a, b) -> 0;

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
   * The same, and what only the target and the machine know is checked along with the rest.
   *
   * @param faults throws {@link IllegalArgumentException} where the entries of {@code
   *     embedded.faults} are not what the embedded target knows; its message says what is allowed
   * @param isAlive whether a process of this id is alive on this machine
   */
  public static FleetSettings load(
      Map<String, String> systemProperties,
      Path workingDirectory,
      Consumer<List<String>> faults,
      LongPredicate isAlive) {
    ClassLoader resources = SettingsLoader.class.getClassLoader();
    return load(systemProperties, workingDirectory, resources, faults, isAlive);
  }

  static FleetSettings load(
      Map<String, String> systemProperties, Path workingDirectory, ClassLoader resources) {
    return load(systemProperties, workingDirectory, resources, anything -> {}, any -> true);
  }

  private static FleetSettings load(
      Map<String, String> systemProperties,
      Path workingDirectory,
      ClassLoader resources,
      Consumer<List<String>> faults,
      LongPredicate isAlive) {
    Problems problems = new Problems();
    Layers layers =
        Layers.read(Defaults.FLEET, systemProperties, workingDirectory, resources, problems)
            .orElseThrow(() -> new InvalidSettings(problems.inOrder(FOUND)));
    FleetReader reader = new FleetReader(layers, new InputFiles(workingDirectory), problems);
    reader.checkFaults(faults);
    reader.checkServer(isAlive);
    KnownKeys known = reader.knownKeys();
    new UnknownKeys(known, problems).check(layers);
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems.inOrder(known));
    }
    return reader.settings();
  }
}
