package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a run's measured window was, and what came after it. */
public final class WindowText {

  /** In most runs the last answers come some milliseconds after the window: nobody needs that. */
  private static final double LEAST_S = 0.1;

  private WindowText() {}

  /** The window, of which all rates are; for a run up to schema 3, until its last device left. */
  public static Duration duration(Run run) {
    Duration duration = Duration.between(run.start(), run.end());
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** How far the record of a run goes that has not ended, as a sentence; empty if it has ended. */
  static Optional<String> soFar(Run run) {
    if (!run.isRunning()) {
      return Optional.empty();
    }
    String until =
        "%s, %s into the measured window"
            .formatted(run.end().truncatedTo(ChronoUnit.SECONDS), Durations.rounded(duration(run)));
    if (run.endpoints().stream().allMatch(endpoint -> endpoint.planned() == 0)) {
      until = "no time at all: there was no checkpoint yet of what its devices measured";
    }
    return Optional.of(
        run.goesOn()
            ? "The run still goes on: this is its record as of %s.".formatted(until)
            : "The run was cut short: its record is whole until %s.".formatted(until));
  }

  /** The window's length, and what came after it. */
  static String of(Run run) {
    return Durations.rounded(duration(run)) + overtime(run).map(text -> "; " + text).orElse("");
  }

  /** Which polls ended after the window; empty if none did by at least a tenth of a second. */
  static Optional<String> overtime(Run run) {
    Run.Overtime overtime = run.overtime();
    return overtime == null || overtime.lastS() < LEAST_S
        ? Optional.empty()
        : Optional.of(
            "%s ended after the window, the last %s s after it"
                .formatted(
                    Numbers.counted(overtime.polls(), "poll"), Numbers.brief(overtime.lastS())));
  }
}
