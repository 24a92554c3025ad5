package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {

  private static final Answer REFUSED = Answer.ko(Outcome.REFUSED, "nobody listens");

  @TempDir Path path;

  @Test
  void whollySuccessful() {
    assertThat(headline(2, false, (d, e, k) -> Answer.ok(e == 0 ? 4_000 : 9_100)))
        .isEqualTo(
            "2 devices planned 44 polls; 44 were sent, 0 missed; 100 % of those sent succeeded."
                + " p99 service time of A 4 ms, of B 9.1 ms.");
  }

  @Test
  void oneFailureIsNever100() {
    assertThat(Figures.percent(9_999_999, 10_000_000)).isEqualTo("99.999");
    assertThat(Figures.percent(65_999, 66_000)).isEqualTo("99.998");
    assertThat(Figures.percent(1, 10_000_000)).isEqualTo("<0.001");
    assertThat(Figures.percent(0, 7)).isEqualTo("0");
    assertThat(Figures.percent(7, 7)).isEqualTo("100");
    assertThat(Figures.percent(0, 0)).isEqualTo("-");
  }

  @Test
  void allFailed() {
    assertThat(headline(1, false, (d, e, k) -> REFUSED))
        .isEqualTo("1 device planned 22 polls; 22 were sent, 0 missed; all of those sent failed.");
  }

  @Test
  void oneEndpointFailed() {
    assertThat(headline(1, false, (d, e, k) -> e == 0 ? Answer.ok(4_000) : REFUSED))
        .endsWith("p99 service time of A 4 ms. No poll of B succeeded.");
  }

  @Test
  void nothingSent() {
    assertThat(headline(1, false, (d, e, k) -> null))
        .isEqualTo("1 device planned 22 polls, and not one was sent: 22 missed.");
  }

  @Test
  void nothingPlanned() {
    assertThat(headline(0, false, (d, e, k) -> null))
        .isEqualTo("0 devices planned no polls: none came due before the end.");
  }

  @Test
  void interrupted() {
    assertThat(headline(1, true, (d, e, k) -> Answer.ok(4_000)))
        .isEqualTo(
            "Interrupted after 5 s. 1 device planned 11 polls; 11 were sent, 0 missed;"
                + " 100 % of those sent succeeded. p99 service time of A 4 ms, of B 4 ms.");
  }

  private String headline(int devices, boolean interrupted, RunExamples.Target target) {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"), RunExamples.fleet(devices, 10), interrupted, target);
    return Headline.of(run);
  }
}
