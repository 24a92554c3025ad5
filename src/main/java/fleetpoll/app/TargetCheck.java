package fleetpoll.app;

import fleetpoll.server.Target;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks that a server can be started before a series of runs begins. */
final class TargetCheck {

  private TargetCheck() {}

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
