package fleetpoll.settings;

import fleetpoll.config.Choice;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code compare { }} and what {@code target} names. */
final class ComparisonReader {

  private static final String TARGET = "target";
  private static final Function<String, Integer> ROUNDS =
      new WholeNumber(1, 100).andThen(Math::toIntExact);
  private static final DurationRange COOL_DOWN = DurationRange.of("0 s", "1 h");

  private final List<String> targets;
  private final Optional<Integer> rounds;
  private final Optional<Duration> coolDown;
  private final Optional<Boolean> force;

  ComparisonReader(Reader reader, Problems problems) {
    targets = reader.list(TARGET, Function.identity());
    rounds = reader.required("compare.rounds", ROUNDS);
    coolDown = reader.required("compare.cool-down", COOL_DOWN);
    force = reader.required("compare.force", Choice.FLAG);
    reader.optional(TARGET).ifPresent(written -> check(written, problems));
  }

  /** Two of a name could not be told apart in what is stored. */
  private void check(Setting written, Problems problems) {
    Set<String> seen = new HashSet<>();
    targets.stream()
        .filter(target -> !seen.add(target))
        .distinct()
        .forEach(twice -> problems.add(written, "names " + twice + " twice"));
    if (targets.isEmpty() && !problems.concern(TARGET)) {
      problems.add(written, "must name a server");
    }
  }

  /** The settings; only when there are no problems. */
  ComparisonSettings settings() {
    return new ComparisonSettings(
        targets, rounds.orElseThrow(), coolDown.orElseThrow(), force.orElseThrow());
  }
}
