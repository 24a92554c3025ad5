package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.Percent;
import fleetpoll.config.Reader;
import fleetpoll.config.WholeNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads up to where a generator is good enough to be believed. */
final class ValidityReader {

  private static final DurationRange PAUSE = DurationRange.of("0 ms", "1 h");
  private static final WholeNumber COUNT = new WholeNumber(0, 1_000_000_000);
  private static final Percent PERCENT = new Percent();

  private final Optional<BigDecimal> lateness;
  private final Optional<Duration> latenessFloor;
  private final Optional<BigDecimal> missed;
  private final Optional<Long> exhausted;
  private final Optional<BigDecimal> cpu;
  private final Optional<Duration> gcPause;
  private final Optional<Long> ticks;

  ValidityReader(Reader reader) {
    lateness = reader.required("validity.lateness", PERCENT);
    latenessFloor = reader.required("validity.lateness-floor", PAUSE);
    missed = reader.required("validity.missed", PERCENT);
    exhausted = reader.required("validity.exhausted", COUNT);
    cpu = reader.required("validity.cpu", PERCENT);
    gcPause = reader.required("validity.gc-pause", PAUSE);
    ticks = reader.required("validity.ticks", COUNT);
  }

  /** The limits; only when there are no problems. */
  ValidityLimits limits() {
    return new ValidityLimits(
        lateness.orElseThrow().doubleValue(),
        latenessFloor.orElseThrow(),
        missed.orElseThrow().doubleValue(),
        exhausted.orElseThrow(),
        cpu.orElseThrow().doubleValue(),
        gcPause.orElseThrow(),
        ticks.orElseThrow());
  }
}
