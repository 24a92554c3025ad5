package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.run.Check;
import fleetpoll.run.Event;
import fleetpoll.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator and its server in a real container that may use half a core, which is too little. */
class ContainerIT {

  @TempDir Path folder;

  @Test
  void halfACoreIsTheGeneratorsSizeAndThrottlingAnEvent() throws Exception {
    try (Podman podman = Podman.assume(folder);
        GatlingProcess gatling =
            GatlingProcess.start(
                podman.halfACore(),
                folder,
                "devices=200",
                "duration=2s",
                "interval=100",
                "warm-up=1s")) {
      assertThat(gatling.exitCode()).as("whatever its verdict: %s", gatling).isIn(0, 2);

      Run run = gatling.runFolder().run();
      assertThat(run.versions().cores()).isEqualTo(0.5);
      assertThat(gatling.output()).contains("CPU quota       0.5 cores for the generator");
      assertThat(Files.readString(gatling.runFolder().path().resolve("devices.html")))
          .contains(", 0.5 cores</dd>");
      assertThat(run.events())
          .filteredOn(event -> event.kind().equals("throttled"))
          .extracting(Event::text)
          .allMatch(text -> text.endsWith(" by its CPU quota (cores: 0.5)."))
          .isNotEmpty();
      assertThat(run.verdict().validity())
          .filteredOn(check -> check.key().equals("validity.cpu"))
          .extracting(Check::measured)
          .singleElement()
          .satisfies(
              percent ->
                  assertThat(percent)
                      .isCloseTo(200 * run.resources().generator().cpuCoresMean(), within(0.1)));
    }
  }
}
