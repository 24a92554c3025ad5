package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files take from the environment, and what only looks as if they did. */
class EnvironmentTest {

  private static final String HEADER =
      "mix = none\nendpoints = [{ name = A, path = /a, headers { X-Who = %s } }]";

  @TempDir Path directory;

  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = new Workspace(directory).withVariable("FLEET", "7");
  }

  private String header(String value) {
    return workspace.loadProfile(HEADER.formatted(value)).endpoints().get(0).headers().get("X-Who");
  }

  @Test
  void aVariableThatIsThere() {
    FleetSettings settings = workspace.loadProfile("devices = 3\ndevices = ${?FLEET}");

    assertThat(settings.ownDevices()).isEqualTo(7);
    assertThat(settings.inForce())
        .contains(new Parameter("devices", "7", "the environment's FLEET", "7"));
    assertThat(workspace.loadProfile("devices = ${FLEET}").ownDevices()).isEqualTo(7);
    assertThat(workspace.loadProfile("devices = ${FLEET}", "devices=2").ownDevices()).isEqualTo(2);
  }

  @Test
  void aVariableThatIsNotThere() {
    assertThat(workspace.loadProfile("devices = 3\ndevices = ${?NONE}").ownDevices()).isEqualTo(3);
    assertThat(workspace.problemsOfProfile("# a fleet\ndevices = ${NONE}"))
        .containsExactly(
            "profile = p.conf (p.conf:2): ${NONE} is neither a variable of the environment nor a"
                + " parameter; ${?NONE} may be missing");
  }

  @Test
  void aPartOfAText() {
    assertThat(header("\"Bearer \"${?FLEET}")).isEqualTo("Bearer 7");
    assertThat(header("a${FLEET}b")).isEqualTo("a7b");
  }

  @Test
  void aParameterComesFirst() {
    workspace.withVariable("interval", "7 s");

    assertThat(workspace.loadProfile("timeout = ${interval}").timeout()).hasMillis(500);
  }

  @Test
  void aWrongValueIsTheEnvironments() {
    workspace.withVariable("FLEET", "many");

    assertThat(workspace.problemsOfProfile("devices = ${?FLEET}"))
        .containsExactly(
            "devices = many (the environment's FLEET): must be a whole number from 1 to 100,000");
  }

  @Test
  void aSecretIsNotShownWhateverTheHeadersName() {
    workspace.withVariable("MY_TOKEN", "s3cret");

    assertThat(header("${?MY_TOKEN}")).isEqualTo("s3cret");
    assertThat(workspace.loadProfile(HEADER.formatted("\"a \"${?MY_TOKEN}")).inForce().toString())
        .doesNotContain("s3cret")
        .contains("\"X-Who\":\"a ***\"");
    assertThat(workspace.problemsOfProfile("interval = ${?MY_TOKEN}"))
        .containsExactly(
            "interval = *** (the environment's MY_TOKEN): must be a duration, such as 250ms, 90s or"
                + " 2 m: 1 ms to 1 h");
  }

  @Test
  void aTextOfBothIsOfTheFile() {
    workspace.withVariable("FLEET", "a\tb");

    assertThat(workspace.problemsOfProfile(HEADER.formatted("${FLEET}\" c\"")))
        .singleElement()
        .asString()
        .contains("(p.conf:2)");
    assertThat(workspace.problemsOfProfile(HEADER.formatted("\"Bearer \"${FLEET}")))
        .containsExactly(
            "endpoints[0].headers.X-Who = Bearer a\\u0009b (p.conf:2): must not contain control"
                + " characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          devices = "${?FLEET}"              | devices = ${?FLEET} (p.conf:1): contains ${?FLEET}, which
          devices = "${FLEET}"               | devices = ${FLEET} (p.conf:1): contains ${FLEET}, which
          storm.at = ["${FLEET}"]            | storm.at[0] = ${FLEET} (p.conf:1): contains ${FLEET}, which
          targets.a.command = ["#{port}", "${FLEET}"] | targets.a.command[1] = ${FLEET} (p.conf:1): contains
          devices = ${FLEET:-5}              | profile = p.conf (p.conf:1): Token not allowed in path expression: ':'
          """)
  void whatOnlyLooksLikeIt(String profile, String problem) {
    assertThat(workspace.problemsOfProfile(profile)).singleElement().asString().startsWith(problem);
  }

  @Test
  void theCommandLineTakesNone() {
    assertThat(workspace.problems("devices=${?FLEET}"))
        .containsExactly(
            "devices = ${?FLEET} (-Ddevices): contains ${?FLEET}, which only a file fills, and only"
                + " outside of quotes: \"Bearer \"${?FLEET}");
    assertThat(workspace.problemsOfProfile(HEADER.formatted("\"Bearer ${FLEET}\"")))
        .containsExactly(
            "endpoints[0].headers.X-Who = Bearer ${FLEET} (p.conf:2): contains ${FLEET}, which only"
                + " a file fills, and only outside of quotes: \"Bearer \"${FLEET}");
  }
}
