package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import java.time.Duration;
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
