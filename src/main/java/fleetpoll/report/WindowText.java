package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import fleetpoll.run.unfinished.Progress;
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
  static Optional<String> soFar(Run run, Progress progress) {
    return switch (progress) {
      case ENDED -> Optional.empty();
      case GOES_ON ->
          Optional.of("The run still goes on: " + known(run, "this is its record as of"));
      case CUT_SHORT ->
          Optional.of("The run was cut short: " + known(run, "its record is whole until"));
      case UNKNOWN ->
          Optional.of(
              "The run goes on or was cut short, on another machine or container: "
                  + known(run, "its record is whole until"));
    };
  }

  private static String known(Run run, String until) {
    return run.endpoints().stream().allMatch(endpoint -> endpoint.planned() == 0)
        ? "there is no checkpoint of what its devices measured, only the fleet second by second."
        : "%s %s, %s into the measured window."
            .formatted(
                until, run.end().truncatedTo(ChronoUnit.SECONDS), Durations.rounded(duration(run)));
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
