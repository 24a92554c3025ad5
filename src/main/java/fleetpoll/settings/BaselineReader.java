package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.OrNone;
import fleetpoll.config.Percent;
import fleetpoll.config.Reader;
import fleetpoll.config.TextPattern;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads {@code baseline} and {@code tolerance { }}. */
final class BaselineReader {

  private static final String NONE = "none";
  private static final Percent POINTS = new Percent();
  private static final Percent MORE = new Percent(BigDecimal.valueOf(10_000));
  private static final DurationRange FLOOR = DurationRange.of("0 ms", "1 h");

  private final Optional<Optional<Path>> folder;
  private final Optional<OptionalDouble> success;
  private final Optional<OptionalDouble> missed;
  private final Optional<OptionalDouble> p50;
  private final Optional<OptionalDouble> p95;
  private final Optional<OptionalDouble> p99;
  private final Optional<Duration> floor;
  private final Optional<OptionalDouble> cpu;
  private final Optional<OptionalDouble> memory;

  BaselineReader(Reader reader) {
    folder = reader.required("baseline", BaselineReader::path);
    success = reader.required("tolerance.success", orNone(POINTS));
    missed = reader.required("tolerance.missed", orNone(POINTS));
    p50 = reader.required("tolerance.p50", orNone(MORE));
    p95 = reader.required("tolerance.p95", orNone(MORE));
    p99 = reader.required("tolerance.p99", orNone(MORE));
    floor = reader.required("tolerance.floor", FLOOR);
    cpu = reader.required("tolerance.cpu", orNone(MORE));
    memory = reader.required("tolerance.memory", orNone(MORE));
  }

  /** The settings; only when there are no problems. */
  BaselineSettings settings() {
    return new BaselineSettings(
        folder.orElseThrow(),
        new Tolerance(
            success.orElseThrow(),
            missed.orElseThrow(),
            p50.orElseThrow(),
            p95.orElseThrow(),
            p99.orElseThrow(),
            floor.orElseThrow(),
            cpu.orElseThrow(),
            memory.orElseThrow()));
  }

  private static Optional<Path> path(String text) {
    if (text.equals(NONE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(TextPattern.NOT_EMPTY.apply(text)));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be the path of a run folder: " + e.getReason(), e);
    }
  }

  private static Function<String, OptionalDouble> orNone(Percent percent) {
    return new OrNone<>(percent)
        .andThen(
            read ->
                read.map(value -> OptionalDouble.of(value.doubleValue()))
                    .orElse(OptionalDouble.empty()));
  }
}
