package fleetpoll.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An earlier run that a run must not be worse than.
 *
 * @param folder of that run; empty: there is none
 */
public record BaselineSettings(Optional<Path> folder, Tolerance tolerance) {

  /** No baseline. */
  public static final BaselineSettings NONE =
      new BaselineSettings(
          Optional.empty(),
          new Tolerance(
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              Duration.ZERO,
              OptionalDouble.empty(),
              OptionalDouble.empty()));
}
