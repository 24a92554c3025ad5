package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device must have before it polls. */
class LoginTest {

  private static final String USE =
      "\nmix = none\nendpoints = [{ name = A, path = \"/#{token}\" }]";

  private final Workspace workspace;

  LoginTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
    workspace.with(
        "user-files/resources/login.json", "{\"id\": \"#{device}\", \"password\": \"p4ss\"}");
    workspace.with("user-files/resources/ids.csv", "id,pin\na,1\n");
  }

  @Test
  void byDefaultNobodyLogsIn() {
    assertThat(workspace.load().login()).isEqualTo(LoginSettings.NONE);
    assertThat(workspace.load().login().isNone()).isTrue();
  }

  @Test
  void aLoginIsARequestWithWhatItSaves() {
    LoginSettings login =
        workspace
            .loadProfile(
                "login { path = \"/login/#{device}\", body = login.json, save { token = \"$.t\" } }"
                    + USE)
            .login();

    EndpointSettings request = login.request().orElseThrow();
    assertThat(request.name()).isEqualTo("login");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/login/#{device}");
    assertThat(request.answer().statuses()).hasToString("200");
    assertThat(login.save()).isEqualTo(Map.of("token", "$.t"));
    assertThat(login.renewOn()).hasToString("401");
    assertThat(login.names()).containsExactly("token");
  }

  @Test
  void allOfItCanBeSet() {
    LoginSettings login =
        workspace
            .loadProfile(
                """
                identities = ids.csv
                devices = 1
                login {
                  method = PUT, path = /l, status = [200, 201], renew-on = [403, 401]
                  query { q = "#{pin}" }, headers { X-A = "#{device}" }
                }
                """)
            .login();

    EndpointSettings request = login.request().orElseThrow();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.query()).isEqualTo(Map.of("q", "#{pin}"));
    assertThat(request.headers()).isEqualTo(Map.of("X-A", "#{device}"));
    assertThat(request.answer().statuses()).hasToString("200, 201");
    assertThat(login.renewOn()).hasToString("401, 403");
    assertThat(
            workspace.loadProfile("login { path = /l, renew-on = [] }").login().renewOn().codes())
        .isEmpty();
  }

  @Test
  void aSimulationGivesWhatTheSessionDeclares() {
    LoginSettings login = workspace.loadProfile("session = [token, token]" + USE).login();

    assertThat(login.request()).isEqualTo(Optional.empty());
    assertThat(login.session()).containsExactly("token");
    assertThat(login.isNone()).isFalse();
    assertThat(workspace.loadProfile(USE, "session=token").login().names())
        .containsExactly("token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          login = none                          | login = none (p.conf:1): must be an object such as { path = /login }
          login { headers { a = b } }           | login.path (p.conf:1): missing: without a path there is no login
          login { path = x }                    | login.path = x (p.conf:1): must begin with /
          login { path = /, method = CONNECT }  | login.method = CONNECT (p.conf:1): must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
          login { path = /, status = 99 }       | login.status = 99 (p.conf:1): must be a whole number from 100 to 599
          login { path = /, renew-on = [99] }   | login.renew-on[0] = 99 (p.conf:1): must be a whole number from 100 to 599
          login { path = /, headers { "a b" = 1 } } | login.headers."a b" (p.conf:1): the name must be a token of RFC 9110: letters, digits, -, _ and the like
          login { path = /, query { a = "#{b}" } }  | login.query.a = #{b} (p.conf:1): has unknown #{b}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          login { path = /, query { token = "s3cret#{b}" } }  | login.query.token = ***#{b} (p.conf:1): has unknown #{b}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          login { path = "/#{t}", save { t = "$.a" } } | login.path = /#{t} (p.conf:1): has unknown #{t}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          login { path = /, body = no.json }    | login.body = no.json (p.conf:1): no such file in the working directory or in user-files/resources
          login { path = /, save = a }          | login.save = a (p.conf:1): must be an object such as { name = value }
          login { path = /, save { "1" = a } }  | login.save.1 (p.conf:1): the name must begin with a letter; then letters, digits, _ and -
          login { path = /, save { t = "$.a[" } } | login.save.t = $.a[ (p.conf:1): must be a path of the test's
          login { path = /, save { device = "$.a" } } | login.save.device (p.conf:1): must not be a placeholder already
          login { path = /, check {} }          | login.check (p.conf:1): unknown; did you mean query?
          login { path = /, name = x }          | login.name (p.conf:1): unknown; did you mean save?
          session = [tick]                      | session[0] = tick (p.conf:1): must not be a placeholder already
          session = [t], login { path = /, save { t = "$.a" } } | login.save.t (p.conf:1): must not be a placeholder already
          session = [1]                         | session[0] = 1 (p.conf:1): must begin with a letter; then letters, digits, _ and -
          session = [device]                    | session[0] = device (p.conf:1): must not be a placeholder already
          endpoints = [{ name = A, path = "/#{token}" }], mix = none | endpoints[0].path = /#{token} (p.conf:1): has unknown #{token}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          login { path = / }, endpoints = [{ name = Login, path = "/" }], mix = none | endpoints[0].name = Login (p.conf:1): must not be login if there is a login
          """)
  void whatIsWrong(String profile, String problem) {
    assertThat(workspace.problemsOfProfile(profile)).containsExactly(problem);
  }

  @Test
  void aLoginIsNotForTheCommandLine() {
    assertThat(workspace.problems("login.path=/l"))
        .containsExactly(
            "login.path (-Dlogin.path): login cannot be on the command line: write it into a profile"
                + " and give -Dprofile=./my-fleet.conf");
  }

  @Test
  void noSecretOfItIsShown() {
    FleetSettings settings =
        workspace.loadProfile(
            "login { path = /l, body = login.json, headers { Authorization = \"Basic s3cret\" } }");

    List<Parameter> login =
        settings.inForce().stream().filter(p -> p.key().equals("login")).toList();
    assertThat(login).hasSize(1);
    assertThat(login.toString()).doesNotContain("s3cret", "p4ss").contains("/l");
    assertThat(
            workspace
                .loadProfile("login { path = /l, text = \"\"\"{\"password\": \"p4ss\"}\"\"\" }")
                .inForce()
                .toString())
        .contains("/l")
        .doesNotContain("p4ss");
  }
}
