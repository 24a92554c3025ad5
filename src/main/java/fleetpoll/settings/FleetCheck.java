package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Environment;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Keys;
import fleetpoll.config.Layers;
import fleetpoll.config.Masks;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.settings.shard.ShardKeys;
import fleetpoll.trust.Credential;
import fleetpoll.trust.PemFile;
import fleetpoll.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** The first pass over the parameters of a fleet, which finds everything that is wrong. */
record FleetCheck(
    Keys keys,
    Checked values,
    ShardKeys.Check shard,
    Identities identities,
    Targets targets,
    LoginSettings.Check login,
    Endpoints endpoints,
    Optional<Trust> trust,
    List<Credential> credentials,
    LevelKeys levels) {

  /** 16 MiB: all authorities of an operating system have 0.2. */
  private static final long MOST_TRUST = 16 << 20;

  private static final String RESOURCES = "user-files/resources";

  static FleetCheck of(
      Layers layers, Path workingDirectory, Environment environment, Problems problems) {
    InputFiles files = files(workingDirectory);
    LevelKeys levels = LevelKeys.of(layers.find(FleetKeys.ENDPOINTS));
    Keys keys = FleetKeys.ALL.and(levels.keys());
    Checked values = keys.check(layers, problems);
    levels.refuseP99Point9(layers, problems);
    ShardKeys.Check shard = FleetKeys.SHARD.check(values, FleetKeys.DEVICES, environment, problems);
    Identities identities = Identities.check(values, shard.settings(), files, problems);
    Targets targets = Targets.check(values, workingDirectory, problems);
    LoginSettings.Check login =
        new LoginSettings.Check(values, identities.placeholders(), files, problems);
    Endpoints endpoints =
        Endpoints.check(values, identities.placeholders(), files, login, problems);
    Optional<Trust> trust = trust(values, files, problems);
    List<Credential> credentials =
        FleetKeys.ACCESS.credentials(
            values, identities.placeholders(), identities.values(), files, problems);
    FleetCheck check =
        new FleetCheck(
            keys, values, shard, identities, targets, login, endpoints, trust, credentials, levels);
    check.checkDuration(problems);
    check.checkWarmUpRamp(problems);
    check.checkSilence(problems);
    check.checkStorms(problems);
    check.checkMetrics(problems);
    FleetKeys.SHARD.checkOthers(
        values, shard, FleetKeys.TARGET, FleetKeys.COMPARE_ROUNDS, FleetKeys.BASELINE, problems);
    FleetKeys.BEHAVIOR.check(values, FleetKeys.INTERVAL, problems);
    endpoints.checkLink();
    return check;
  }

  /** Where files are that parameters name. */
  static InputFiles files(Path workingDirectory) {
    return new InputFiles(workingDirectory, RESOURCES);
  }

  /** Whose certificates are trusted; empty, and a problem, if that cannot be read. */
  static Optional<Trust> trust(Checked values, InputFiles files, Problems problems) {
    if (!values.has(FleetKeys.TLS_VERIFY, FleetKeys.TLS_TRUST)) {
      return Optional.empty();
    }
    boolean verifies = values.get(FleetKeys.TLS_VERIFY);
    if (values.get(FleetKeys.TLS_TRUST).isEmpty()) {
      return Optional.of(new Trust(verifies, Optional.empty()));
    }
    return values
        .written(FleetKeys.TLS_TRUST)
        .as(written -> PemFile.read(files.find(written, MOST_TRUST)), problems)
        .map(file -> new Trust(verifies, Optional.of(file)));
  }

  private void checkDuration(Problems problems) {
    if (values.has(FleetKeys.DURATION, FleetKeys.INTERVAL)
        && values.get(FleetKeys.DURATION).compareTo(values.get(FleetKeys.INTERVAL)) < 0) {
      Setting least = values.written(FleetKeys.INTERVAL);
      problems.add(
          values.written(FleetKeys.DURATION),
          "must be at least one interval, %s (%s), and at most 7 d"
              .formatted(least.written(), least.origin()));
    }
  }

  /** Each device shall have polled before its first tick, however late it starts. */
  private void checkWarmUpRamp(Problems problems) {
    if (values.has(FleetKeys.WARM_UP, FleetKeys.WARM_UP_RAMP)
        && values
                .get(FleetKeys.WARM_UP_RAMP)
                .multipliedBy(2)
                .compareTo(values.get(FleetKeys.WARM_UP))
            > 0) {
      Setting whole = values.written(FleetKeys.WARM_UP);
      problems.add(
          values.written(FleetKeys.WARM_UP_RAMP),
          "must be at most half of the warm-up, %s (%s)"
              .formatted(whole.written(), whole.origin()));
    }
  }

  private void checkSilence(Problems problems) {
    if (values.has(FleetKeys.INTERVAL)) {
      Setting least = values.written(FleetKeys.INTERVAL);
      String written = "%s (%s)".formatted(least.written(), least.origin());
      levels.refuseShortSilence(values, values.get(FleetKeys.INTERVAL), written, problems);
    }
  }

  /** Refuses a storm after the last poll, which nobody would notice. */
  private void checkStorms(Problems problems) {
    if (values.has(FleetKeys.STORM_AT, FleetKeys.RAMP, FleetKeys.DURATION)) {
      Duration end = values.get(FleetKeys.RAMP).plus(values.get(FleetKeys.DURATION));
      if (values.get(FleetKeys.STORM_AT).stream().anyMatch(at -> at.compareTo(end) >= 0)) {
        problems.add(
            values.written(FleetKeys.STORM_AT),
            "must lie within the run, which ends after %s s".formatted(end.toMillis() / 1_000.0));
      }
    }
  }

  private void checkMetrics(Problems problems) {
    if (values.find(FleetKeys.SERVER_METRICS).flatMap(url -> url).isPresent()
        && !targets.areOnOneHost()) {
      problems.add(
          values.written(FleetKeys.SERVER_METRICS),
          "must be none if target names servers of several hosts: the figures are those of one");
    }
    if (hasProcess() && values.get(FleetKeys.SERVER_METRICS).isPresent()) {
      problems.add(
          values.written(FleetKeys.SERVER_METRICS),
          "must be none if server.pid is given (%s): the figures are a process's or a machine's"
              .formatted(values.written(FleetKeys.SERVER_PID).origin()));
    }
  }

  private boolean hasProcess() {
    return values.has(FleetKeys.SERVER_PID, FleetKeys.SERVER_METRICS)
        && values.get(FleetKeys.SERVER_PID).isPresent();
  }

  /** Checks that the server's process, if one is given, is alive on this machine. */
  void checkProcess(LongPredicate isAlive, Problems problems) {
    if (!hasProcess() || values.get(FleetKeys.SERVER_METRICS).isPresent()) {
      return;
    }
    Setting pid = values.written(FleetKeys.SERVER_PID);
    if (values.find(FleetKeys.TARGET).orElse(List.of()).size() > 1) {
      problems.add(pid, "must be none if target names several servers: it is the process of one");
    }
    if (values.get(FleetKeys.SERVER_PID).filter(isAlive::test).isEmpty()) {
      problems.add(pid, "must be a process that is alive here, or none");
    }
  }

  /** Every parameter in force; of the servers to start, only those that are targets. */
  List<Parameter> inForce(Layers layers, Masks masks) {
    return keys.inForce(layers).stream().flatMap(parameter -> inForce(parameter, masks)).toList();
  }

  private Stream<Parameter> inForce(Parameter parameter, Masks masks) {
    if (parameter.key().equals(FleetKeys.TARGETS.name())) {
      return targets.inForce().stream();
    }
    if (parameter.key().equals(FleetKeys.ENDPOINTS.name())) {
      return Stream.of(parameter.meaning(endpoints.meaning(masks)));
    }
    if (parameter.key().equals(FleetKeys.LOGIN.name())) {
      return Stream.of(parameter.meaning(login.meaning(masks)));
    }
    if (parameter.key().equals(FleetKeys.IDENTITIES.name())) {
      return Stream.of(identities.contents(masks).map(parameter::meaning).orElse(parameter));
    }
    if (parameter.key().equals(FleetKeys.MIX.name()) && endpoints.overruleMix()) {
      return Stream.of(
          parameter
              .from(parameter.origin() + ", overruled by the endpoints")
              .meaning(new Mix(List.of())));
    }
    return FleetKeys.BEHAVIOR
        .link()
        .inForce(values, FleetKeys.ACCESS.inForce(shard.inForce(parameter), credentials));
  }
}
