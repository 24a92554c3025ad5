package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.process.JavaCommand;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.StoredExample;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored runs compared from the command line: what must not be claimed, and what must. */
class ComparedRunsIT {

  private static final String A = "http://a";
  private static final String B = "http://b";
  private static final long BOUND_SECONDS = 120;

  @TempDir Path folder;

  private String output;

  @Test
  void fifteenPercentMissedAreWorseThanNone() throws Exception {
    store(3, (device, endpoint, tick) -> (device + tick) % 20 < 3 ? null : Answer.ok(1_000));

    assertThat(compare("a1", "b1", "a2", "b2", "a3", "b3")).isZero();

    assertThat(output)
        .containsPattern("A missed \\[%\\] +0 +15 +\\+15.0 points \\(\\+\\S+ to \\+\\S+\\) worse")
        .contains("http://b against http://a: worse in A missed (+15.0 points), ");
  }

  @Test
  void oneFailedPollInEachOfThreeRoundsIsNoClaim() throws Exception {
    store(
        3,
        (device, endpoint, tick) ->
            device == 1 && endpoint == 0 && tick == 7
                ? Answer.ko(Outcome.status(503), "not today")
                : Answer.ok(1_000));

    assertThat(compare("a1", "b1", "a2", "b2", "a3", "b3")).isZero();

    assertThat(output)
        .containsPattern(
            "A success \\[%\\] +100 +99.5 +-0.500 points \\(-\\S+ to \\+\\S+\\) inconclusive")
        .doesNotContain("worse", "better");
  }

  @Test
  void copiesOfOneRunAreRefused() throws Exception {
    store(1, (device, endpoint, tick) -> Answer.ok(1_000));
    for (String copy : List.of("a2", "a3", "b2", "b3")) {
      Path run = folder.resolve(copy.substring(0, 1) + 1).resolve(RunFolder.RUN);
      Files.copy(run, Files.createDirectories(folder.resolve(copy)).resolve(RunFolder.RUN));
    }

    assertThat(compare("a1", "a2", "a3", "b1", "b2", "b3")).isEqualTo(64);

    assertThat(output.lines())
        .hasSize(4)
        .contains(
            "Cannot compare: %s and %s are one run, devicepollsimulation-20260101000000002."
                .formatted(folder.resolve("a1"), folder.resolve("a3")));
  }

  @Test
  void oneServerAfterTheOtherIsNoClaim() throws Exception {
    for (int round = 1; round <= 3; round++) {
      store("a" + round, A, round, (device, endpoint, tick) -> Answer.ok(1_000));
      store("b" + round, B, 10 + round, (device, endpoint, tick) -> Answer.ok(9_000));
    }

    assertThat(compare("a1", "a2", "a3", "b1", "b2", "b3")).isZero();

    assertThat(output)
        .contains("CAUTION: The runs of http://a and http://b did not take turns")
        .containsPattern("A service p99 \\[ms\\] .* no claim: the runs did not take turns")
        .doesNotContain("worse", "better");
  }

  @Test
  void aRoundThatOneServerLostToInvalidIsNotLeftOut() throws Exception {
    store(4, (device, endpoint, tick) -> Answer.ok(9_000));
    RunExamples.write(
        new RunFolder(folder.resolve("b2")),
        RunExamples.fleet(10, 10),
        (device, endpoint, tick) -> Answer.ok(9_000),
        RunExamples.judged(Verdict.PENDING));
    rename("b2", B, 5);

    assertThat(compare("a1", "b1", "a2", "b2", "a3", "b3", "a4", "b4")).isZero();

    assertThat(output)
        .containsPattern("A service p99 \\[ms\\] .* no claim: round 2 of http://b was INVALID")
        .doesNotContain("worse", "better");
  }

  /** Runs of two servers that take turns; the second one answers so. */
  private void store(int rounds, RunExamples.Target answers) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      store("a" + round, A, 2 * round, (device, endpoint, tick) -> Answer.ok(1_000));
      store("b" + round, B, 2 * round + 1, answers);
    }
  }

  private void store(String name, String server, int number, RunExamples.Target answers)
      throws IOException {
    RunExamples.write(
        new RunFolder(folder.resolve(name)), RunExamples.fleet(10, 10), false, answers);
    rename(name, server, number);
  }

  private void rename(String name, String server, int number) throws IOException {
    StoredExample.numbered(folder.resolve(name), number);
    Path run = folder.resolve(name).resolve(RunFolder.RUN);
    Files.writeString(run, Files.readString(run).replace("http://127.0.0.1:8000", server));
  }

  private int compare(String... names) throws Exception {
    List<String> folders = Stream.of(names).map(name -> folder.resolve(name).toString()).toList();
    List<String> arguments = Stream.concat(Stream.of("compare"), folders.stream()).toList();
    Path file = folder.resolve("output");
    Process process =
        new ProcessBuilder(new JavaCommand(List.of(), "fleetpoll.cli.Fleetpoll", arguments).words())
            .redirectErrorStream(true)
            .redirectOutput(file.toFile())
            .start();
    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    output = Files.readString(file);
    return process.exitValue();
  }
}
