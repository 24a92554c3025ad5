package fleetpoll.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints on the console what the study is doing and how long it may still take. */
final class StudyProgress {

  private static final double NANOS = 1e9;
  private static final double MINUTE = 60;

  private final List<PlannedCell> plan;
  private final Consumer<String> console;
  private final TimeForecast estimate = new TimeForecast();
  private long beginNanos;
  private long firstSeenNanos;
  private long firstSeen;

  StudyProgress(List<PlannedCell> plan, Consumer<String> console) {
    this.plan = plan;
    this.console = console;
  }

  /** Prints that a cell begins. */
  void begun(int index) {
    beginNanos = System.nanoTime();
    firstSeen = 0;
    say(index, text("begins; %s left of the study", span(secondsFrom(index))));
  }

  /**
   * Prints how far the running cell is.
   *
   * @param received requests that the target has received; empty if it does not report them
   */
  void running(int index, Optional<Long> received) {
    PlannedCell planned = plan.get(index);
    double left = left(planned, received.orElse(0L), System.nanoTime());
    String done =
        received
            .map(n -> text("%.0f %% of the requests, ", 100.0 * n / planned.cell().requests()))
            .orElse("");
    say(
        index,
        text(
            "%s%s left of it and %s of the study",
            done, span(left), span(left + secondsFrom(index + 1))));
  }

  /**
   * The time left, from the pace since the first requests arrived; before that, from the estimate.
   */
  private double left(PlannedCell planned, long received, long nowNanos) {
    double pace = (received - firstSeen) / ((nowNanos - firstSeenNanos) / NANOS);
    if (firstSeen > 0 && pace > 0) {
      return (planned.cell().requests() - received) / pace;
    }
    if (firstSeen == 0) {
      firstSeen = received;
      firstSeenNanos = nowNanos;
    }
    return Math.max(0, estimate.secondsOf(planned) - (nowNanos - beginNanos) / NANOS);
  }

  /** Records how long a cell took. */
  void measured(PlannedCell planned, StudyRow row, double elapsedSeconds) {
    double wall = row.wallS() == null ? elapsedSeconds : row.wallS();
    estimate.add(planned, wall, elapsedSeconds);
  }

  /** Prints the row of a cell that has ended. */
  void ended(int index, StudyRow row) {
    String time = row.wallS() == null ? "" : text("%.3f s", row.wallS());
    String x = row.x() == null ? "" : text(", x %.3f", row.x());
    String reason = row.isSound() ? "" : (time.isEmpty() ? "" : ", ") + row.reason();
    say(index, time + x + reason);
  }

  private double secondsFrom(int index) {
    return estimate.secondsOf(plan.subList(index, plan.size()));
  }

  private void say(int index, String what) {
    console.accept(text("[%d/%d] %s: %s", index + 1, plan.size(), plan.get(index).cell(), what));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static String span(double seconds) {
    return seconds < 2 * MINUTE
        ? text("about %.0f s", seconds)
        : text("about %.0f min", seconds / MINUTE);
  }
}
