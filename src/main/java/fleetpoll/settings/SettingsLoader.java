package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Defaults;
import fleetpoll.config.Environment;
import fleetpoll.config.Keys;
import fleetpoll.config.Layers;
import fleetpoll.config.Masks;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.settings.capacity.CapacityCheck;
import fleetpoll.settings.capacity.CapacityKeys;
import fleetpoll.settings.shard.ShardSettings;
import fleetpoll.trust.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** Reads and checks the settings of a fleet, of a search for a capacity or of a study. */
public final class SettingsLoader {

  static final Defaults FLEET =
      new Defaults("fleet.conf", Optional.empty(), "smoke", "./my-fleet.conf");

  /** The study borrows from the fleet's what the embedded target, TLS and secrets are about. */
  private static final Defaults STUDY =
      FLEET.borrowedBy("study.conf", List.of("embedded", "tls", "secrets"));

  /** A trial of a search is a run of a fleet, so all of its parameters count. */
  private static final Defaults CAPACITY = FLEET.borrowedBy("capacity.conf", List.of());

  private SettingsLoader() {}

  /**
   * They know what settings alone cannot. The first two throw {@link IllegalArgumentException} with
   * what is allowed.
   *
   * @param faults checks the entries of {@code embedded.faults} for the embedded target
   * @param jsonPath checks a path of a body's check
   * @param isAlive whether a process of this id is alive on this machine
   */
  public record Experts(
      Consumer<List<String>> faults, Consumer<String> jsonPath, LongPredicate isAlive) {

    static final Experts NONE = new Experts(faults -> {}, path -> {}, pid -> true);
  }

  /**
   * The settings from three sources: the class path's {@code fleet.conf}, over it the profile that
   * the property {@code profile} names, if any, and over both the properties with the names of
   * parameters. The same inputs and files give the same settings; of the environment only those
   * variables have an influence that the files name.
   *
   * @param systemProperties all of the JVM's; those that are not parameters and do not look like
   *     one are ignored
   * @param workingDirectory the folder that relative paths start from
   * @throws InvalidSettings naming everything that is wrong
   */
  public static FleetSettings load(Map<String, String> systemProperties, Path workingDirectory) {
    return load(systemProperties, workingDirectory, Experts.NONE);
  }

  /** The same, but also checks what only others know. */
  public static FleetSettings load(
      Map<String, String> systemProperties, Path workingDirectory, Experts experts) {
    ClassLoader resources = SettingsLoader.class.getClassLoader();
    return load(
        systemProperties, workingDirectory, resources, Environment.ofThisProcess(), experts);
  }

  static FleetSettings load(
      Map<String, String> systemProperties,
      Path workingDirectory,
      ClassLoader resources,
      Environment environment,
      Experts experts) {
    Problems problems = new Problems();
    Layers layers =
        layers(FLEET, systemProperties, workingDirectory, resources, environment, problems);
    Masks masks = masks(layers, environment, problems);
    FleetCheck check = FleetCheck.of(layers, workingDirectory, environment, problems);
    ask(experts, check, problems);
    conclude(check.keys(), layers, problems);
    return FleetSettings.of(check, Optional.empty(), masks, check.inForce(layers, masks));
  }

  /**
   * The settings of a search for a capacity: those of the largest fleet that it may try, and the
   * search's own, from the class path's {@code capacity.conf}.
   *
   * @throws InvalidSettings naming everything that is wrong
   */
  public static FleetSettings loadCapacity(
      Map<String, String> systemProperties, Path workingDirectory, Experts experts) {
    Environment environment = Environment.ofThisProcess();
    Problems problems = new Problems();
    ClassLoader resources = SettingsLoader.class.getClassLoader();
    Layers written =
        layers(CAPACITY, systemProperties, workingDirectory, resources, environment, problems);
    Masks masks = masks(written, environment, problems);
    CapacityCheck search = new CapacityCheck(FleetKeys.OF_SEARCH, written, problems);
    Layers layers = search.largestTrial();
    FleetCheck check = FleetCheck.of(layers, workingDirectory, environment, problems);
    ask(experts, check, problems);
    search.check(check.values(), check.levels().settings(check.values()).size());
    ShardSettings shard = check.shard().settings();
    search.checkShard(shard.isPart(), shard.startAt().isPresent());
    conclude(CapacityKeys.ALL.and(check.keys()), layers, problems);
    return FleetSettings.of(
        check, Optional.of(search.settings(check.values())), masks, check.inForce(layers, masks));
  }

  private static void ask(Experts experts, FleetCheck check, Problems problems) {
    checkFaults(check.values(), experts.faults(), problems);
    check.login().checkPaths(experts.jsonPath());
    check.endpoints().checkPaths(experts.jsonPath());
    check.checkProcess(experts.isAlive(), problems);
  }

  /**
   * Every parameter of a fleet by default, in the order of {@code fleet.conf}; none if that file
   * cannot be read.
   */
  public static List<Parameter> defaults() {
    return Layers.read(
            FLEET,
            Map.of(),
            Path.of(""),
            SettingsLoader.class.getClassLoader(),
            Environment.ofThisProcess(),
            new Problems())
        .map(FleetKeys.ALL::inForce)
        .orElse(List.of());
  }

  /**
   * The settings of a study, likewise, from the class path's {@code study.conf}.
   *
   * @throws InvalidSettings naming everything that is wrong
   */
  public static StudySettings loadStudy(
      Map<String, String> systemProperties, Path workingDirectory, Consumer<List<String>> faults) {
    Problems problems = new Problems();
    ClassLoader resources = SettingsLoader.class.getClassLoader();
    Environment environment = Environment.ofThisProcess();
    Layers layers =
        layers(STUDY, systemProperties, workingDirectory, resources, environment, problems);
    Masks masks = masks(layers, environment, problems);
    Checked values = StudyKeys.ALL.check(layers, problems);
    checkFaults(values, faults, problems);
    Optional<Trust> trust = FleetCheck.trust(values, FleetCheck.files(workingDirectory), problems);
    FleetKeys.ACCESS.refuseCertificate(values, problems);
    conclude(StudyKeys.ALL, layers, problems);
    return StudySettings.of(values, trust.orElseThrow(), masks, StudyKeys.ALL.inForce(layers));
  }

  private static Layers layers(
      Defaults defaults,
      Map<String, String> systemProperties,
      Path workingDirectory,
      ClassLoader resources,
      Environment environment,
      Problems problems) {
    return Layers.read(
            defaults, systemProperties, workingDirectory, resources, environment, problems)
        .orElseThrow(() -> new InvalidSettings(problems.inOrder((a, b) -> 0)));
  }

  /** What is secret in these layers; problems do not show it from now on. */
  private static Masks masks(Layers layers, Environment environment, Problems problems) {
    Stream<String> names =
        layers.find(FleetKeys.SECRETS).stream()
            .flatMap(list -> list.each().stream().flatMap(name -> name.text().stream()));
    Masks masks = Masks.of(names.toList(), environment.used());
    problems.hide(masks);
    return masks;
  }

  private static void checkFaults(Checked values, Consumer<List<String>> check, Problems problems) {
    try {
      values.find(FleetKeys.EMBEDDED_FAULTS).ifPresent(check);
    } catch (IllegalArgumentException e) {
      problems.add(values.written(FleetKeys.EMBEDDED_FAULTS), e.getMessage());
    }
  }

  /** Ends the first pass; throws if there are problems, and there is no second pass then. */
  private static void conclude(Keys keys, Layers layers, Problems problems) {
    keys.refuseOthers(layers, problems);
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems.inOrder(keys));
    }
  }
}
