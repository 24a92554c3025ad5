package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.run.unfinished.Progress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTextTest {

  private static Run run(Run.Overtime overtime) {
    Run run =
        ResourceExamples.run(List.of(), ResourceExamples.RESOURCES, Duration.ofMillis(60_000));
    return ResourceExamples.withOvertime(run, overtime);
  }

  @Test
  void whatCameAfterTheWindowIsSaidApart() {
    assertThat(WindowText.of(run(new Run.Overtime(2, 3.204))))
        .isEqualTo("1 min; 2 polls ended after the window, the last 3.2 s after it");
    assertThat(WindowText.overtime(run(new Run.Overtime(1, 30))))
        .hasValue("1 poll ended after the window, the last 30 s after it");
  }

  @Test
  void howFarARunHasCome() {
    Run run = run(null);
    assertThat(WindowText.soFar(run, Progress.ENDED)).isEmpty();
    assertThat(WindowText.soFar(run, Progress.CUT_SHORT))
        .hasValue(
            "The run was cut short: there is no checkpoint of what its devices measured, only the"
                + " fleet second by second.");
    assertThat(WindowText.soFar(run, Progress.GOES_ON))
        .hasValueSatisfying(text -> assertThat(text).startsWith("The run still goes on: "));
  }

  @Test
  void nothingIsSaidOfTheLastAnswersOfAnOrdinaryRunOrOfARunThatKnowsNothing() {
    assertThat(WindowText.of(run(new Run.Overtime(0, 0)))).isEqualTo("1 min");
    assertThat(WindowText.of(run(new Run.Overtime(4, 0.099)))).isEqualTo("1 min");
    assertThat(WindowText.of(run(null))).isEqualTo("1 min");
  }
}
