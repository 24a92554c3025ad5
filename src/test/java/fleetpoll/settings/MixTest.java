package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixTest {

  private static final String ONE = "endpoints = [{name = a, path = /}]\n";
  private static final String TWO = "endpoints = [{name = a, path = /}, {name = b, path = /}]\n";
  private static final String SHARED =
      "endpoints = [{name = a, path = /, share = 1/2}, {name = b, path = /}]\n";

  private final Workspace workspace;

  MixTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "10:1, 1, 1/10",
    "1:10, 1/10, 1",
    "3:2, 1, 2/3",
    "2:4, 1/2, 1",
    "1:1, 1, 1",
    "1000000:1, 1, 1/1000000",
    "none, 1, 1"
  })
  void givesTheMoreFrequentOneEveryTick(String mix, String first, String second) {
    FleetSettings settings = workspace.load("mix=" + mix);

    assertThat(settings.endpoints())
        .extracting(endpoint -> endpoint.share().toString())
        .containsExactly(first, second);
  }

  @Test
  void theDefaultMixFitsAnyTwoEndpoints() {
    assertThat(workspace.loadProfile(TWO).endpoints())
        .extracting(EndpointSettings::share)
        .containsExactly(Share.EVERY_TICK, Share.of(1, 10));
  }

  @Test
  void theDefaultMixGivesWayToSharesAndOtherNumbers() {
    FleetSettings shared = workspace.loadProfile(SHARED);
    assertThat(shared.endpoints())
        .extracting(EndpointSettings::share)
        .containsExactly(Share.of(1, 2), Share.EVERY_TICK);
    assertThat(shared.inForce())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("normal")
        .contains(new Parameter("mix", "10:1", "conf/fleet.conf:39, overruled by the endpoints"));

    assertThat(workspace.loadProfile(ONE).endpoints())
        .extracting(EndpointSettings::share)
        .containsExactly(Share.EVERY_TICK);
  }

  @Test
  void aMixThatWasAskedForDoesNotGiveWay() {
    String beside = "must be none if endpoints have a share or every of their own";
    String notTwo = "must be none unless there are two endpoints; there is 1";

    assertThat(workspace.problemsOfProfile(SHARED + "mix = \"3:1\""))
        .containsExactly("mix = 3:1 (p.conf:2): " + beside);
    assertThat(workspace.problemsOfProfile(SHARED, "mix=3:1"))
        .containsExactly("mix = 3:1 (-Dmix): " + beside);
    assertThat(workspace.problemsOfProfile(ONE, "mix=3:1"))
        .containsExactly("mix = 3:1 (-Dmix): " + notTwo);
    assertThat(workspace.problemsOfProfile(ONE + "mix = \"3:1\""))
        .containsExactly("mix = 3:1 (p.conf:2): " + notTwo);
    assertThat(workspace.loadProfile(SHARED, "mix=none").endpoints()).hasSize(2);
  }
}
