package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The normal form of what is written says what it means. */
class MeaningTest {

  @TempDir Path directory;

  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = new Workspace(directory);
  }

  private static String normal(FleetSettings settings, String key) {
    return settings.inForce().stream()
        .filter(parameter -> parameter.key().equals(key))
        .map(Parameter::normal)
        .findFirst()
        .orElseThrow();
  }

  private String endpoints(String... entry) {
    return normal(
        workspace.loadProfile(
            "mix = none\nendpoints = [{ name = A, path = /a, " + String.join(", ", entry) + " }]"),
        "endpoints");
  }

  @Test
  void aDurationIsTheSameInEveryUnit() {
    assertThat(normal(workspace.load("duration=60s"), "duration"))
        .isEqualTo(normal(workspace.load("duration=1"), "duration"))
        .isEqualTo(normal(workspace.loadProfile("duration = 1 m"), "duration"))
        .isNotEqualTo(normal(workspace.load("duration=61s"), "duration"));
  }

  @Test
  void aListIsTheSameInAFileAndOnTheCommandLine() {
    assertThat(normal(workspace.load("storm.at=10s,0.5 m"), "storm.at"))
        .isEqualTo(normal(workspace.loadProfile("storm.at = [10 s, 30s]"), "storm.at"));
  }

  @Test
  void aBodyIsItsContents() {
    workspace.with("a.txt", "old").with("b.txt", "old");
    String old = endpoints("method = POST", "body = a.txt");

    assertThat(endpoints("method = POST", "body = b.txt")).isEqualTo(old);
    workspace.with("a.txt", "new");
    assertThat(endpoints("method = POST", "body = a.txt")).isNotEqualTo(old).contains("sha256:");
  }

  @Test
  void anEndpointIsWhatItMeans() {
    assertThat(endpoints("every = 10"))
        .isEqualTo(endpoints("share = 1/10"))
        .isEqualTo(endpoints("share = 0.1"))
        .isNotEqualTo(endpoints("share = 1/5"));
    assertThat(endpoints("bytes = 100")).isEqualTo(endpoints("bytes = \"100\""));
  }

  @Test
  void aSuccessIsWhatItMeans() {
    assertThat(endpoints("status = 200"))
        .isEqualTo(endpoints("status = [200]"))
        .isNotEqualTo(endpoints("status = [200, 304]"));
    assertThat(endpoints("status = [304, 200]")).isEqualTo(endpoints("status = [200, 304]"));
    assertThat(endpoints("check { json { \"$.code\" = 0 } }"))
        .isEqualTo(endpoints("check.json { \"$.code\" = \"0\" }"))
        .isNotEqualTo(endpoints("check { json { \"$.code\" = 1 } }"))
        .isNotEqualTo(endpoints("check { json { \"$.kode\" = 0 } }"))
        .isNotEqualTo(endpoints("check { contains = \"0\" }"));
    assertThat(endpoints("check { regex = \"0\" }"))
        .isNotEqualTo(endpoints("check { contains = \"0\" }"));
    assertThat(endpoints("conditional = false"))
        .doesNotContain("conditional")
        .isNotEqualTo(endpoints("conditional = true"));
    assertThat(normal(workspace.load("endpoint.status=304,200"), "endpoint.status"))
        .isEqualTo(
            normal(workspace.loadProfile("endpoint.status = [200, 304]"), "endpoint.status"));
    assertThat(normal(workspace.load(), "endpoint.status")).isEqualTo("200");
  }

  @Test
  void identitiesAreTheContentsOfTheirFile() {
    workspace.with("ids.csv", "id,site\na,1\n").with("copy.csv", "id,site\na,1\n");
    String old = normal(workspace.load("devices=1", "identities=ids.csv"), "identities");

    assertThat(normal(workspace.load("devices=1", "identities=copy.csv"), "identities"))
        .isEqualTo(old);
    workspace.with("ids.csv", "id,site\na,2\n");
    assertThat(normal(workspace.load("devices=1", "identities=ids.csv"), "identities"))
        .isNotEqualTo(old);
    assertThat(normal(workspace.load(), "identities")).isEqualTo("none");
  }

  @Test
  void aMixThatIsOverruledMeansNone() {
    assertThat(
            normal(
                workspace.loadProfile("endpoints = [{ name = A, path = /a, every = 2 }]"), "mix"))
        .isEqualTo(normal(workspace.loadProfile("mix = none"), "mix"));
  }

  @Test
  void aSecretHasNoNormalForm() {
    assertThat(
            workspace.load("live.redis=redis://me:secret@127.0.0.1:1").inForce().stream()
                .filter(parameter -> parameter.key().equals("live.redis"))
                .map(Parameter::normal))
        .containsOnlyNulls();
  }
}
