package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No parameter in force and no problem shows a secret. */
class SecretsTest {

  private static final String ENDPOINTS =
      """
      mix = none
      endpoints = [{
        name = A, path = /a, query { api_key = s3cret, page = "1" },
        headers { Authorization = "Bearer s3cret", Cookie = "sid=s3cret", X-Pin = s3cret,
          X-Token = "#{device}" }
      }]
      """;

  @TempDir Path directory;

  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = new Workspace(directory);
  }

  private static Parameter parameter(FleetSettings settings, String key) {
    return settings.inForce().stream()
        .filter(parameter -> parameter.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofEndpoints() {
    FleetSettings settings = workspace.loadProfile(ENDPOINTS, "secrets=x-pin");

    assertThat(settings.endpoints().get(0).headers()).containsEntry("X-Pin", "s3cret");
    assertThat(settings.inForce().toString())
        .doesNotContain("s3cret")
        .contains(
            "\"Authorization\":\"Bearer ***\"", "\"page\":\"1\"", "\"X-Token\":\"#{device}\"");
  }

  @Test
  void anotherSecretIsTheSameLoad() {
    Parameter one = parameter(workspace.loadProfile(ENDPOINTS, "secrets=x-pin"), "endpoints");
    String another = ENDPOINTS.replace("s3cret", "s4cret");
    Parameter other = parameter(workspace.loadProfile(another, "secrets=x-pin"), "endpoints");
    Parameter page =
        parameter(
            workspace.loadProfile(another.replace("\"1\"", "\"2\""), "secrets=x-pin"), "endpoints");

    assertThat(other.normal()).isEqualTo(one.normal()).isNotEqualTo(page.normal());
  }

  @Test
  void newTokensAreTheSameFleet() throws IOException {
    String first = identities("id,site,token\na,1,s3cret\n");

    assertThat(identities("id,site,token\na,1,s4cret\n")).isEqualTo(first);
    assertThat(identities("id,site,token\na,2,s3cret\n")).isNotEqualTo(first);
    assertThat(identities("id,site,token\nb,1,s3cret\n")).isNotEqualTo(first);
    assertThat(identities("id,site\na,1\n")).isNotEqualTo(identities("id,site\na,2\n"));
  }

  private String identities(String rows) throws IOException {
    Files.writeString(directory.resolve("ids.csv"), rows);
    return parameter(workspace.load("identities=ids.csv", "devices=1"), "identities").normal();
  }

  @Test
  void ofAServersCommand() {
    FleetSettings settings =
        workspace.loadProfile(
            """
            target = mine
            targets.mine {
              command = [./server, --password, s3cret, "--token=s3cret", "#{port}"], folder = .
            }
            embedded.jvm-args = ["-Ddb.password=s3cret"]
            """);

    assertThat(settings.inForce().toString())
        .doesNotContain("s3cret")
        .contains("[\"./server\",\"--password\",\"***\",\"--token=***\",\"#{port}\"]");
  }

  @Test
  void ofATargetThatIsPolledWithIt() {
    workspace.withVariable("API_TOKEN", "s3cret/");
    FleetSettings settings =
        workspace.loadProfile(
            "target = [\"http://gw.example/v1/\"${API_TOKEN}, \"http://gw.example/v1/\"], devices = 1");

    assertThat(settings.target().name()).isEqualTo("http://gw.example/v1/s3cret");
    assertThat(settings.shownTarget()).isEqualTo("http://gw.example/v1/***");
    assertThat(settings.shownTargets())
        .containsExactly("http://gw.example/v1/***", "http://gw.example/v1/");
    assertThat(settings.inForce().toString()).doesNotContain("s3cret");
  }

  @Test
  void ofATargetThatIsNamedTwice() {
    assertThat(workspace.problems("target=http://h/token=s3cret,http://h/token=s3cret"))
        .singleElement()
        .asString()
        .endsWith("names http://h/token=*** twice");
  }

  @Test
  void ofProblems() {
    List<String> problems =
        workspace.problemsOfProfile(
            ENDPOINTS.replace("\"Bearer s3cret\"", "\"Bearer s3cret #{no}\"")
                + "targets.mine { command = [./server, --token, s3cret] }",
            "target=http://me:s3cret@h",
            "secrets=x-pin");

    assertThat(problems)
        .hasSize(3)
        .noneMatch(problem -> problem.contains("s3cret"))
        .anyMatch(problem -> problem.startsWith("target = http://***@h (-Dtarget): must be"))
        .anyMatch(
            problem ->
                problem.startsWith(
                    "endpoints[0].headers.Authorization = Bearer ***#{no} (p.conf:4):"));
  }

  @Test
  void ofAUrlThatMustHaveNoUser() {
    assertThat(workspace.problems("server.metrics=http://s3cret@host:9100/metrics"))
        .containsExactly(
            "server.metrics = http://***@host:9100/metrics (-Dserver.metrics): must be the URL of a"
                + " node exporter's metrics, such as http://host:9100/metrics, or none");
  }

  @Test
  void ofWholeEntriesAndOfWhatIsNoHocon() {
    assertThat(workspace.problemsOfProfile("endpoints { name = A, headers { X-Key = s3cret } }"))
        .containsExactly(
            "endpoints = {\"headers\":{\"X-Key\":\"***\"},\"name\":\"A\"} (p.conf:1): must be a list:"
                + " [ { name = A, path = /hello } ]");
    assertThat(workspace.problemsOfProfile("a { Authorization \"Bearer s3cret\" }"))
        .singleElement()
        .asString()
        .contains("Authorization")
        .doesNotContain("s3cret");
  }

  @Test
  void ofAStudysTarget() {
    StudySettings settings =
        SettingsLoader.loadStudy(
            Workspace.asMap("target=http://h/delay?access_token=s3cret"), directory, faults -> {});

    assertThat(settings.target().orElseThrow().getQuery()).contains("s3cret");
    assertThat(settings.inForce().toString()).doesNotContain("s3cret");
  }
}
