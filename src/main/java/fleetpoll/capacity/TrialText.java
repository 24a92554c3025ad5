package fleetpoll.capacity;

import fleetpoll.capacity.search.Known;
import fleetpoll.figure.Numbers;
import fleetpoll.figure.OneLine;
import fleetpoll.report.Durations;
import fleetpoll.run.Check;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One line a trial on the console, in plain ASCII but for the target's name. */
public final class TrialText {

  private TrialText() {}

  /**
   * A trial that has ended.
   *
   * @param known of its target, this trial included
   * @param left how long the search is likely to go on
   * @param isOneOfSeveral whether there are other targets, so that its own is named
   */
  public static String line(
      CapacityTrial trial, Known known, Duration left, boolean isOneOfSeveral) {
    return OneLine.of(
        CapacityText.ascii(
            "[trial %s] %s%s: %s; so far %s; about %s left"
                .formatted(
                    trial.number(),
                    isOneOfSeveral ? trial.target() + ", " : "",
                    Numbers.counted(trial.devices(), "device"),
                    outcome(trial),
                    CapacityWords.known(known),
                    Durations.rounded(left))));
  }

  private static String outcome(CapacityTrial trial) {
    return switch (trial.outcome()) {
      case HOLDS -> "holds";
      case FAILS -> "fails, " + checks(trial.broken());
      case GENERATOR ->
          "the generator is the limit, "
              + (trial.limits().isEmpty() ? trial.reason() : checks(trial.limits()));
    };
  }

  /** {@code slo.a.p99 61.2 ms, at most 50 ms}. */
  private static String checks(List<Check> checks) {
    return checks.stream()
        .map(check -> "%s %s (%s)".formatted(check.key(), check.measuredText(), check.limitText()))
        .collect(Collectors.joining(", "));
  }
}
