package fleetpoll.app;

import fleetpoll.config.Masks;
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
    try {
      return started(settings);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(shown(e.getMessage(), settings.masks()), e);
    }
  }

  private static Target started(FleetSettings settings) {
    TargetSettings target = settings.target();
    if (target instanceof TargetSettings.Started started) {
      return Target.started(started.name(), started.program());
    }
    if (target instanceof TargetSettings.Running running) {
      return Target.at(running.uri());
    }
    return Target.embedded(settings.embedded(), line -> System.err.println("target: " + line));
  }

  /**
   * Why a server did not start, without secrets: a sentence that may quote parameters, and what the
   * server printed.
   */
  static String shown(String message, Masks masks) {
    int sentence = (message + "\n").indexOf('\n');
    return masks.text(message.substring(0, sentence))
        + masks.withoutValues(message.substring(sentence));
  }

  /** The versions of this process and of what the server consists of. */
  static Versions versions(Target target, Masks masks) {
    Versions own = Versions.ofThisProcess(GatlingRelease.version());
    try {
      return own.withServer(target.versions().stream().map(masks::withoutValues).toList());
    } catch (IllegalStateException e) {
      System.err.println(masks.text(e.getMessage()));
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
