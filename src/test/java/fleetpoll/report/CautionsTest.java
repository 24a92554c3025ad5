package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Copies;
import fleetpoll.run.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CautionsTest {

  private static final String UNVERIFIED =
      "The servers' certificates were not verified (tls.verify = false): whoever answered may not"
          + " have been the target.";

  @TempDir Path path;

  @ParameterizedTest
  @CsvSource({
    "https://a, false, false, true",
    "https://a, true, false, false",
    "http://a, false, false, false",
    "http://a, false, true, true"
  })
  void certificatesThatNobodyVerified(
      String target, String verify, String redirects, boolean isUnverified) {
    Run run = run(target, verify, redirects);

    assertThat(Cautions.of(run, List.of()))
        .isEqualTo(isUnverified ? List.of(UNVERIFIED) : List.of());
  }

  @Test
  void aRunFromBeforeTheParameterHasNone() {
    assertThat(Cautions.of(run("https://a", null, "false"), List.of())).isEmpty();
  }

  private Run run(String target, String verify, String redirects) {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "a"),
            RunExamples.fleet(1, 10),
            false,
            (d, e, k) -> Answer.ok(1));
    Run elsewhere = Copies.with(run, "target", target);
    return Copies.with(
        elsewhere,
        "parameters",
        List.of(
            new Parameter("client.follow-redirects", redirects, "a"),
            new Parameter("tls.verify", verify, "a")));
  }
}
