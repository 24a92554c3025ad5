package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.run.Check;
import fleetpoll.run.Copies;
import fleetpoll.run.Judgement;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.Verdict;
import fleetpoll.run.VerdictExamples;
import fleetpoll.run.shard.ClockOffset;
import fleetpoll.run.shard.Shard;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {

  private static final Answer REFUSED = Answer.ko(Outcome.REFUSED, "nobody listens");

  @TempDir Path path;

  @Test
  void whollySuccessful() {
    assertThat(headline(2, false, (d, e, k) -> Answer.ok(e == 0 ? 4_000 : 9_100)))
        .isEqualTo(
            "2 devices: 100 % of 44 polls succeeded, p99 of A 4 ms, of B 9.1 ms;"
                + " the server used 0.31 cores and 92 MB. There was no service level to hold.");
  }

  @Test
  void aPeakOfAPartOfTheTimeIsOneAtLeast() {
    Run run = RunExamples.threeDevices(RunExamples.folder(path, "run"));
    Resources part = Copies.with(run.resources(), "targetKnownPercent", 3.3);

    assertThat(Headline.of(Copies.with(run, "resources", part)))
        .contains("the server used 0.31 cores and at least 92 MB.");
  }

  @Test
  void allFailed() {
    assertThat(headline(1, false, (d, e, k) -> REFUSED))
        .startsWith("1 device: all 22 polls failed.");
  }

  @Test
  void oneEndpointFailed() {
    assertThat(headline(1, false, (d, e, k) -> e == 0 ? Answer.ok(4_000) : REFUSED))
        .contains("p99 of A 4 ms; the server", "92 MB. No poll of B succeeded.");
  }

  @Test
  void nothingSent() {
    assertThat(headline(1, false, (d, e, k) -> null))
        .startsWith("1 device: of 22 planned polls not one was sent.");
  }

  @Test
  void nothingPlanned() {
    assertThat(headline(0, false, (d, e, k) -> null))
        .startsWith("0 devices: no polls were planned, as none came due before the end.");
  }

  @Test
  void interrupted() {
    assertThat(headline(1, true, (d, e, k) -> Answer.ok(4_000)))
        .startsWith("Interrupted after 5 s. 1 device: 100 % of 11 polls succeeded, p99 of A 4 ms");
  }

  @Test
  void heldIsSaidOfALevelThatWasMet() {
    assertThat(headline(VerdictExamples.PASS, ResourceExamples.RESOURCES))
        .isEqualTo(
            "2 devices held: 97.5 % of 40 polls succeeded, 4 missed, p99 of A 4 ms, of B 4 ms;"
                + " the server used 0.31 cores and 92 MB.");
    assertThat(headline(VerdictExamples.FAIL, ResourceExamples.RESOURCES))
        .startsWith("2 devices did not hold, 3 of 4 service levels not met: 97.5 % of 40 polls");
  }

  @Test
  void heldIsNotSaidOfWhatWasNotJudged() {
    Check met = VerdictExamples.PASS.levels().get(0);
    Check doubted = VerdictExamples.PASS.levels().get(1).doubted("Too few.");

    assertThat(headline(verdict(Judgement.PASS, met, doubted), ResourceExamples.RESOURCES))
        .startsWith("2 devices held, as far as could be judged: 97.5 % of 40 polls");
    assertThat(headline(verdict(Judgement.VALID, doubted), ResourceExamples.RESOURCES))
        .startsWith("2 devices: 97.5 %")
        .endsWith(" No service level could be judged.");
  }

  private static Verdict verdict(Judgement judgement, Check... levels) {
    return new Verdict(judgement, "r", List.of(), List.of(levels));
  }

  @Test
  void aWeakGeneratorIsSaidFirst() {
    assertThat(headline(VerdictExamples.INVALID, ResourceExamples.RESOURCES))
        .startsWith(
            "This run says little about the server." + " 2 devices: 97.5 % of 40 polls succeeded")
        .doesNotContain("held");
  }

  @Test
  void aServerThatNobodySawIsNotSpokenOf() {
    assertThat(headline(VerdictExamples.PASS, ResourceExamples.UNKNOWN))
        .isEqualTo(
            "2 devices held: 97.5 % of 40 polls succeeded, 4 missed, p99 of A 4 ms, of B 4 ms.");
  }

  @Test
  void aShardSaysWhichDevicesItHas() {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"),
            RunExamples.fleet(2, 10),
            false,
            (d, e, k) -> Answer.ok(4_000));
    ClockOffset offset = new ClockOffset(-1.25, 0.5);

    assertThat(
            Headline.of(
                Copies.with(run, "shard", new Shard(0, 4, 8, null, run.start(), null, offset))))
        .isEqualTo(
            "Shard 1 of 4: device-0001 to device-0002, one in 4 of the fleet's 8 devices; the"
                + " server's clock was -1.25 to 0.5 ms ahead of the generator's. 2 devices: 100 %"
                + " of 44 polls succeeded, p99 of A 4 ms, of B 4 ms; the server used 0.31 cores and"
                + " 92 MB. The service levels are judged when all shards are merged.");
    assertThat(
            Headline.of(
                Copies.with(run, "shard", new Shard(0, 1, 2, run.start(), run.start(), 0.0, null))))
        .startsWith("2 devices: 100 %");
  }

  @Test
  void boundsThatContradictEachOtherAreNoFacts() {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"),
            RunExamples.fleet(2, 10),
            false,
            (d, e, k) -> Answer.ok(4_000));
    ClockOffset offset = new ClockOffset(-1.25, 0.5, false);

    assertThat(
            Headline.of(
                Copies.with(run, "shard", new Shard(0, 4, 8, null, run.start(), null, offset))))
        .contains(
            "; how far the server's clock was ahead of the generator's is not sure: by the Date of"
                + " its answers -1.25 to 0.5 ms, but these contradict each other, and both may be"
                + " wrong. 2 devices");
  }

  /** A run of 44 polls, of which 4 are missed and one fails. */
  private String headline(Verdict verdict, Resources resources) {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"),
            RunExamples.fleet(2, 10),
            (d, e, k) ->
                e == 0 && (k == 7 || k == 8)
                    ? null
                    : d + e == 0 && k == 3 ? REFUSED : Answer.ok(4_000),
            new Circumstances(false, List.of(), List.of(), resources, verdict));
    return Headline.of(run);
  }

  private String headline(int devices, boolean interrupted, RunExamples.Target target) {
    Run run =
        RunExamples.write(
            RunExamples.folder(path, "run"), RunExamples.fleet(devices, 10), interrupted, target);
    return Headline.of(run);
  }
}
