package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Expectation;
import fleetpoll.http.Habits;
import fleetpoll.http.RequestStore;
import fleetpoll.http.RequestText;
import fleetpoll.http.Result;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.login.FleetLogins;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device's requests contain after a login, and what no message shows. */
class DeviceLoginTest {

  private static final String ENDPOINTS =
      """
      mix = none
      endpoints = [
        { name = A, path = "/a/#{token}", conditional = true, headers { Authorization = "Bearer #{token}" } }
        { name = B, path = /b, query { id = "#{device}" } }
      ]
      """;

  @TempDir private Path folder;

  private final FleetLogins record = new FleetLogins(1);
  private List<PollTemplate> templates;
  private List<PollRequest> requests;

  private DeviceLogin login(String hocon, Map<String, String> session) throws Exception {
    return login(hocon, ENDPOINTS, session);
  }

  private DeviceLogin login(String hocon, String endpoints, Map<String, String> session)
      throws Exception {
    Files.writeString(folder.resolve("p.conf"), hocon + endpoints);
    FleetSettings settings =
        SettingsLoader.load(Map.of("profile", "p.conf", "devices", "1"), folder);
    Expectation.BodyValues whole =
        (body, charset, found) -> {
          found.put("token", new String(body, charset));
          return null;
        };
    Engine engine =
        new Engine(
            URI.create("http://server:8000"),
            Optional.empty(),
            "x",
            null,
            Optional.empty(),
            null,
            check -> null,
            paths -> whole,
            Habits.PLAIN);
    templates =
        settings.endpoints().stream().map(e -> PollTemplate.of(e, settings, engine)).toList();
    DeviceLogin login =
        new DeviceLogin(
            LoginTemplate.of(settings, engine).orElseThrow(),
            Map.of("device", "d"),
            session,
            record.devices().get(0),
            new RequestStore(1 << 10));
    requests = login.requests(templates);
    return login;
  }

  private DeviceLogin login() throws Exception {
    return login("login { path = \"/login/#{device}\", save { token = x } }\n", Map.of());
  }

  private static Result result(Outcome outcome, String message) {
    return new Result(outcome, message, 200, 0, 0, 0, 2_000_000, Opening.NONE, 0, true);
  }

  private void succeeds(DeviceLogin login, String token) {
    byte[] body = token.getBytes(StandardCharsets.UTF_8);
    assertThat(
            login
                .expectation()
                .content()
                .orElseThrow()
                .fault(body, StandardCharsets.UTF_8, text -> text))
        .isNull();
    login.ended(result(Outcome.OK, null), templates, requests);
  }

  private String sent(int endpoint) {
    return RequestText.of(requests.get(endpoint).measured(null));
  }

  @Test
  void requestsContainWhatTheLoginHasSaved() throws Exception {
    DeviceLogin login = login();
    assertThat(RequestText.of(login.request().plain())).startsWith("POST /login/d HTTP/1.1\r\n");
    assertThat(requests.get(0)).isNull();

    succeeds(login, "to ken");

    assertThat(sent(0))
        .startsWith("GET /a/to%20ken HTTP/1.1\r\n")
        .contains("Authorization: Bearer to ken\r\n");
    assertThat(sent(1)).startsWith("GET /b?id=d HTTP/1.1\r\n");
    assertThat(record.devices().get(0).ok()).isEqualTo(1);
    assertThat(record.devices().get(0).meanMicros()).isEqualTo(2_000);
  }

  @Test
  void onlyAnotherValueMakesARequestAgain() throws Exception {
    DeviceLogin login = login();
    succeeds(login, "one");
    List<PollRequest> before = List.copyOf(requests);

    succeeds(login, "one");
    assertThat(requests.get(0)).isSameAs(before.get(0));

    succeeds(login, "two");
    assertThat(sent(0)).startsWith("GET /a/two ");
    assertThat(requests.get(1)).isSameAs(before.get(1));
  }

  @Test
  void anotherTokenLeavesTheValidatorsAsTheyAre() throws Exception {
    DeviceLogin login = login();
    succeeds(login, "one");
    requests.get(0).succeeded(200, new DefaultHttpHeaders().add("ETag", "\"7\""));

    succeeds(login, "two");

    assertThat(sent(0)).startsWith("GET /a/two ").contains("If-None-Match: \"7\"\r\n");
  }

  @Test
  void noMessageShowsASavedValue() throws Exception {
    DeviceLogin login = login();
    succeeds(login, "s3cret");

    assertThat(login.masked(result(Outcome.CONTENT, "$.a is s3cret, not 0")).message())
        .isEqualTo("$.a is ***, not 0");
    Result fine = result(Outcome.OK, null);
    assertThat(login.masked(fine)).isSameAs(fine);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b+\"ü\u00a0",
        "a%2Fb%2B%22%C3%BC%C2%A0",
        "a%2fb%2b%22%c3%bc%c2%a0",
        "a/b%2B\"%C3%BC%C2%A0",
        "a/b+\\\"ü\u00a0",
        "a\\/b+\\\"ü\u00a0",
        "a/b+\"ü\\u00a0"
      })
  void noMessageShowsItAsAnotherHasWrittenIt(String written) throws Exception {
    DeviceLogin login = login();
    succeeds(login, "a/b+\"ü\u00a0");

    assertThat(login.shown("GET /a/" + written + "?b")).isEqualTo("GET /a/***?b");
  }

  @Test
  void noMessageShowsAValueThatANewerOneHasReplaced() throws Exception {
    DeviceLogin login = login();
    succeeds(login, "s3cret-1");
    succeeds(login, "s3cret-1-b");
    succeeds(login, "s3cret-3");

    assertThat(login.masked(result(Outcome.CONTENT, "s3cret-1 s3cret-1-b s3cret-3")).message())
        .isEqualTo("*** *** ***");
  }

  @Test
  void onlyTheLastFourValuesOfANameAreHidden() throws Exception {
    DeviceLogin login = login();
    for (int i = 0; i < 5; i++) {
      succeeds(login, "token-" + i);
    }

    assertThat(login.shown("token-0 token-1 token-4")).isEqualTo("token-0 *** ***");
  }

  @Test
  void bodiesThatAreOrContainCredentialsAreOnlyForTheTarget() throws Exception {
    DeviceLogin login =
        login(
            "login { path = /login, text = me, save { token = x } }\n",
            """
            mix = none
            endpoints = [
              { name = A, path = /a, method = POST, text = "it is #{token}" }
              { name = B, path = /b, method = POST, text = "it is #{device}" }
            ]
            """,
            Map.of());
    succeeds(login, "s3cret");

    assertThat(RequestText.isBodyConfined(login.request().plain())).isTrue();
    assertThat(RequestText.isBodyConfined(requests.get(0).measured(null))).isTrue();
    assertThat(RequestText.isBodyConfined(requests.get(1).measured(null))).isFalse();
  }

  @Test
  void aFailureIsKeptWithItsReason() throws Exception {
    DeviceLogin login = login();

    login.ended(result(Outcome.status(503), "busy"), templates, requests);

    assertThat(requests.get(0)).isNull();
    assertThat(record.devices().get(0).reason()).isEqualTo("status 503");
    assertThat(record.koBy()).isEqualTo(Map.of("status 503", 1L));
  }

  @Test
  void aSessionGivesItsValuesAtOnce() throws Exception {
    DeviceLogin login = login("session = [token]\n", Map.of("token", "s3cret"));

    assertThat(sent(0)).startsWith("GET /a/s3cret ");
    assertThat(login.admission().isOpen()).isTrue();
    assertThat(login.masked(result(Outcome.OTHER, "s3cret")).message()).isEqualTo("***");
  }

  @Test
  void aSessionThatLacksAValueIsAReasonNotToPoll() throws Exception {
    DeviceLogin login = login("session = [token]\n", Map.of());

    assertThat(login.admission().isOpen()).isFalse();
    assertThat(login.admission().begins()).isFalse();
    assertThat(record.devices().get(0).message())
        .isEqualTo("the virtual user's session has no token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc\n", "abc\r\nX-Any: 1", "a\u0000b", "a\tb"})
  void aSessionWithAValueThatNoRequestMayContainIsAReasonNotToPoll(String token) throws Exception {
    DeviceLogin login = login("session = [token]\n", Map.of("token", token));

    assertThat(requests).containsOnlyNulls();
    assertThat(login.admission().begins()).isFalse();
    assertThat(record.koBy()).isEqualTo(Map.of("session", 1L));
    assertThat(record.devices().get(0).message())
        .isEqualTo(
            "the virtual user's token is longer than 16,384 characters or contains control"
                + " characters");
  }

  @Test
  void aSessionWithAValueThatIsTooLongOrEmptyIsOneToo() throws Exception {
    login("session = [token]\n", Map.of("token", "x".repeat(16 * 1024 + 1)));
    login("session = [token]\n", Map.of("token", ""));
    assertThat(record.koBy()).isEqualTo(Map.of("session", 2L));

    DeviceLogin longest = login("session = [token]\n", Map.of("token", "x".repeat(16 * 1024)));
    assertThat(longest.admission().isOpen()).isTrue();
  }
}
