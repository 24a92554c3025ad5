package fleetpoll.app;

import fleetpoll.gatling.GatlingRelease;
import fleetpoll.run.Versions;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.TargetSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts a server, or checks before a series of runs begins that it can be started. */
final class TargetCheck {

  private TargetCheck() {}

  /**
   * Starts the server, if it has to be started.
   *
   * @throws IllegalStateException if it does not start
   */
  static Target start(FleetSettings settings) {
    TargetSettings target = settings.target();
    if (target instanceof TargetSettings.Started started) {
      return Target.started(started.name(), started.program());
    }
    if (target instanceof TargetSettings.Running running) {
      return Target.at(running.uri());
    }
    return Target.embedded(settings.embedded(), line -> System.err.println("target: " + line));
  }

  /** The versions of this process and of what the server consists of. */
  static Versions versions(Target target) {
    Versions own = Versions.ofThisProcess(GatlingRelease.version());
    try {
      return own.withServer(target.versions());
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return own;
    }
  }

  /**
   * Why the server cannot be started, as a sentence; empty if it can. It is started and ended: only
   * this shows that it can be started. A server that already runs is left alone.
   */
  static Optional<String> obstacle(Supplier<Target> start) {
    try (Target target = start.get()) {
      target.log().map(Path::toFile).ifPresent(File::delete);
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
  }
}
