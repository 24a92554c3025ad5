package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that must not be worse than an earlier one. */
class BaselineIT {

  private static final String[] SHORT = {
    "devices=5", "duration=3s", "interval=250", "warm-up=0s", "tolerance.cpu=none"
  };

  @TempDir Path folder;

  @Test
  void aSlowerServerFailsAndAnotherFleetIsRefused() throws Exception {
    Path baseline;
    try (GatlingProcess first = start("first")) {
      assertThat(first.exitCode()).as(first.toString()).isZero();
      baseline = first.runFolder().path();
    }

    try (GatlingProcess alike =
        start(
            "alike",
            "baseline=" + baseline,
            "tolerance.memory=none",
            "tolerance.p50=10000%",
            "tolerance.p95=10000%",
            "tolerance.p99=10000%")) {
      assertThat(alike.exitCode()).as(alike.toString()).isZero();
      assertThat(alike.runFolder().run().verdict().judgement()).isEqualTo(Judgement.PASS);
    }

    String slow = "embedded.faults=*=latency:150ms";
    try (GatlingProcess other = start("other", "baseline=" + baseline, slow)) {
      assertThat(other.exitCode()).isEqualTo(64);
      assertThat(other.output())
          .contains("must be a run of the same fleet, or compare.force be true. embedded.faults:");
      assertThat(other.findRunFolder()).isEmpty();
    }

    try (GatlingProcess slower =
        start("slower", "baseline=" + baseline, slow, "compare.force=true")) {
      assertThat(slower.exitCode()).as(slower.toString()).isEqualTo(2);
      Run run = slower.runFolder().run();
      assertThat(run.verdict().judgement()).isEqualTo(Judgement.FAIL);
      assertThat(Files.readString(slower.runFolder().path().resolve("junit.xml")))
          .contains("name=\"baseline.a.p50 ");
      assertThat(slower.output())
          .contains("FAIL baseline.a.p50: ")
          .contains("not made alike. embedded.faults: [] (the baseline)");
    }
  }

  private GatlingProcess start(String name, String... properties) throws Exception {
    return GatlingProcess.start(
        Files.createDirectories(folder.resolve(name)),
        Stream.concat(Stream.of(SHORT), Stream.of(properties)).toArray(String[]::new));
  }
}
