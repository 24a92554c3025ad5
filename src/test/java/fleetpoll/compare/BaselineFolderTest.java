package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.report.StoredExample;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFolderTest {

  @TempDir Path folder;

  private FleetSettings settings(String... properties) {
    Map<String, String> all = new HashMap<>();
    all.put("baseline", folder.toString());
    all.put("devices", "3");
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return SettingsLoader.load(all, folder);
  }

  private void assertRefused(FleetSettings settings, String... lines) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.read(settings))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines().skip(1).map(String::strip))
                    .containsExactly(lines));
  }

  private String problem(String why) {
    return "baseline = %s (-Dbaseline): %s".formatted(folder, why);
  }

  @Test
  void noneIsNone() {
    assertThat(BaselineFolder.read(settings("baseline=none"))).isEmpty();
  }

  @Test
  void aRunOfTheSameFleetIsOne() throws IOException {
    store("\"parameters\"", "\"parameters\"");

    Baseline baseline = BaselineFolder.read(settings("compare.force=true")).orElseThrow();

    assertThat(baseline.run().devices()).hasSize(3);
    assertThat(baseline.tolerance()).isEqualTo(settings().tolerance());
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    assertRefused(settings(), problem("must be a run folder; it holds no run.json"));
  }

  @Test
  void anInvalidRunIsRefused() throws IOException {
    store("\"judgement\" : \"VALID\"", "\"judgement\" : \"INVALID\"");

    assertRefused(
        settings("compare.force=true"),
        problem(
            "must be a valid run. The generator was good enough, and there were no service levels"
                + " to meet."));
  }

  @Test
  void aRunOfAnotherFleetIsRefusedWithEveryDifference() throws IOException {
    store("\"parameters\"", "\"parameters\"");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.read(settings("devices=4")))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines().map(String::strip))
                    .contains(
                        problem(
                            "must be a run of the same fleet, or compare.force be true. devices: 3"
                                + " (the baseline), 4 (this run)"),
                        problem(
                            "must be a run of the same fleet, or compare.force be true. interval:"
                                + " nothing (the baseline), 500 ms (this run)")));
  }

  @Test
  void aRunWithResponseTimesOfSuccessesOnlyIsRefused() throws IOException {
    StoredExample.ofSchemaThreeIn(folder);

    assertRefused(
        settings(),
        problem(
            "must be a run with response times of all planned polls, or compare.force be true."
                + " An earlier Fleetpoll stored it, with those of successes."));
    assertThat(BaselineFolder.read(settings("compare.force=true"))).isPresent();
  }

  private void store(String from, String to) throws IOException {
    StoredExample.in(folder);
    Path run = folder.resolve("run.json");
    Files.writeString(run, Files.readString(run).replace(from, to));
  }
}
