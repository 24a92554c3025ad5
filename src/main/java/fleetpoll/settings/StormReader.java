package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code storm { }}. */
final class StormReader {

  private static final String AT = "storm.at";
  private static final DurationRange INSTANT =
      DurationRange.of("0 s", "14 d").told("0 s to the end of the run");
  private static final DurationRange AWAY = DurationRange.of("0 s", "1 h");

  private final Reader reader;
  private final Problems problems;
  private final List<Duration> at;
  private final Optional<Duration> backOff;
  private final Optional<Duration> jitter;

  StormReader(Reader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
    at = reader.list(AT, INSTANT).stream().sorted().distinct().toList();
    backOff = reader.required("storm.back-off", AWAY);
    jitter = reader.required("storm.jitter", AWAY);
  }

  /** A storm after the last poll would never be seen. */
  void checkWithin(Optional<Duration> ramp, Optional<Duration> duration) {
    if (ramp.isPresent() && duration.isPresent() && !at.isEmpty()) {
      Duration end = ramp.get().plus(duration.get());
      if (at.get(at.size() - 1).compareTo(end) >= 0) {
        problems.add(
            reader.required(AT).orElseThrow(),
            "must lie within the run, which ends after %s s".formatted(end.toMillis() / 1_000.0));
      }
    }
  }

  /** The settings; only when there are no problems. */
  StormSettings settings() {
    return new StormSettings(at, backOff.orElseThrow(), jitter.orElseThrow());
  }
}
