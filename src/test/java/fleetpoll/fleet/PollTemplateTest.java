package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Expectation;
import fleetpoll.http.Habits;
import fleetpoll.http.RequestStore;
import fleetpoll.http.RequestText;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.body.PollValue;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out for an endpoint as the settings have it. */
class PollTemplateTest {

  private static final URI TARGET = URI.create("http://server:8000");

  @TempDir private Path folder;

  /** The device {@code d 1} of site {@code ü} and one endpoint. */
  private PollRequest request(URI target, String endpoint) {
    PollTemplate template = template(target, endpoint);
    return PollRequest.of(
        template, Map.of("device", "d 1", "site", "ü"), new RequestStore(1 << 10));
  }

  private PollTemplate template(URI target, String endpoint) {
    try {
      Files.writeString(folder.resolve("ids.csv"), "id,site\nd 1,ü\n");
      Files.writeString(folder.resolve("state.json"), "{\"site\": \"#{site}\"}");
      Files.writeString(
          folder.resolve("p.conf"), "mix = none\nendpoints = [{ name = E, " + endpoint + " }]");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    FleetSettings settings =
        SettingsLoader.load(
            Map.of(
                "profile", "p.conf", "identities", "ids.csv", "devices", "1", "secrets", "x-pin"),
            folder);
    return PollTemplate.of(
        settings.endpoints().get(0),
        settings,
        new Engine(
            target,
            Optional.empty(),
            "Fleetpoll/1",
            null,
            Optional.empty(),
            null,
            check -> (body, charset, shown) -> "no " + check.contains().orElseThrow(),
            null,
            Habits.PLAIN));
  }

  private String measured(String endpoint) {
    return RequestText.of(request(TARGET, endpoint).measured(null));
  }

  @Test
  void everyDeviceSaysWhoItIs() {
    assertThat(measured("path = /a"))
        .isEqualTo(
            """
            GET /a HTTP/1.1
            Host: server:8000
            User-Agent: Fleetpoll/1
            Accept: */*
            X-Device: d 1

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void whatIsSecretIsOnlyForTheTarget() {
    PollRequest request =
        request(TARGET, "path = /a, headers { X-Api-Key = a, X-Site = b, X-Pin = \"#{site}\" }");

    assertThat(RequestText.confined(request.measured(null)))
        .containsExactlyInAnyOrder("x-device", "x-api-key", "x-pin");
    assertThat(RequestText.confined(request.warmUp(null)))
        .isEqualTo(RequestText.confined(request.measured(null)));
  }

  @Test
  void anEndpointsOwnHeaderTakesThePlaceOfOneThatEveryDeviceHas() {
    assertThat(
            measured(
                "path = /a, headers { user-agent = pump, ACCEPT = text/plain,"
                    + " x-device = \"#{site}\", X-Other = \"1\" }"))
        .contains("user-agent: pump\r\n", "ACCEPT: text/plain\r\n", "X-Other: 1\r\n")
        .contains("x-device: ü\r\n")
        .doesNotContain("User-Agent:", "Accept:", "X-Device:");
  }

  @Test
  void onlyAGetIsSentBeforeTheMeasuredWindowAndSaysSo() {
    PollRequest get = request(TARGET, "path = /a");

    assertThat(RequestText.of(get.warmUp(null)))
        .isEqualTo(
            RequestText.of(get.measured(null))
                .replace("X-Device: d 1\r\n", "X-Device: d 1\r\nX-Fleetpoll-Warm-Up: 1\r\n"));
    assertThat(RequestText.of(get.measured(null))).doesNotContain("Warm-Up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void whatMayChangeSomethingIsNotSentBefore(String method) {
    assertThat(template(TARGET, "path = /a, method = " + method).warmUp()).isEmpty();
    assertThat(request(TARGET, "path = /a, method = " + method).isWarmedUp()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://server:8000, /a",
    "http://server:8000/, /a",
    "http://server:8000/base, /base/a",
    "http://server:8000/base/, /base/a",
    "http://server:8000/b%20c/d//, /b%20c/d/a"
  })
  void theTargetsOwnPathComesFirst(URI target, String path) {
    assertThat(RequestText.of(request(target, "path = /a").measured(null)))
        .startsWith("GET " + path + " HTTP/1.1\r\n");
  }

  @Test
  void placeholdersAreFilledEverywhere() {
    assertThat(
            measured(
                "path = \"/a/#{device}\", method = POST, body = state.json,"
                    + " query { site = \"#{site}\" }, headers { X-Site = \"#{site}\" }"))
        .startsWith("POST /a/d%201?site=%C3%BC HTTP/1.1\r\n")
        .contains("X-Site: ü\r\n", "Content-Length: 14\r\n")
        .endsWith("\r\n\r\n{\"site\": \"ü\"}");
  }

  @Test
  void aBodyBringsItsHeadersUnlessTheEndpointHasThem() {
    String post = "path = /a, method = POST, body = state.json";
    assertThat(measured(post))
        .contains("Content-Type: application/json\r\n")
        .doesNotContain("Content-Encoding");
    assertThat(measured(post + ", gzip = true")).contains("Content-Encoding: gzip\r\n");
    assertThat(measured(post + ", headers { content-type = a/b }"))
        .contains("content-type: a/b\r\n")
        .doesNotContain("Content-Type");
    assertThat(measured("path = /a, method = POST")).doesNotContain("Content-Type");
  }

  private static PollValue.Moment poll(long tick) {
    return new PollValue.Moment(0, tick, new SplittableRandom(tick));
  }

  @Test
  void aRequestThatDiffersFromPollToPollIsMadeForEach() {
    PollRequest request = request(TARGET, "path = \"/a/#{tick}/#{device}\", conditional = true");

    assertThat(request.differsByPoll()).isTrue();
    assertThat(RequestText.of(request.measured(poll(7)))).startsWith("GET /a/7/d%201 HTTP");
    assertThat(RequestText.of(request.warmUp(poll(-1))))
        .startsWith("GET /a/-1/d%201 HTTP")
        .contains("X-Fleetpoll-Warm-Up: 1\r\n");
    request.succeeded(200, new DefaultHttpHeaders().add("ETag", "\"1\""));
    assertThat(RequestText.of(request.measured(poll(8))))
        .startsWith("GET /a/8/d%201 HTTP")
        .contains("If-None-Match: \"1\"\r\n");
    assertThat(request.expectation().statuses()).hasToString("200, 304");
    assertThat(request(TARGET, "path = /a").differsByPoll()).isFalse();
  }

  @Test
  void aConditionalEndpointAsksForWhatHasChangedInTheMeasuredWindow() {
    PollRequest request = request(TARGET, "path = /a, bytes = 7, conditional = true");
    String plain = RequestText.of(request.measured(null));
    assertThat(request.expectation().statuses()).hasToString("200");

    request.succeeded(200, new DefaultHttpHeaders().add("ETag", "\"1\""));

    assertThat(RequestText.of(request.measured(null)))
        .isEqualTo(plain.substring(0, plain.length() - 2) + "If-None-Match: \"1\"\r\n\r\n");
    assertThat(request.expectation().statuses()).hasToString("200, 304");
    assertThat(request.expectation().bytes()).hasValue(7);
    assertThat(RequestText.of(request.warmUp(null))).doesNotContain("If-None-Match");
    assertThat(request.usual().statuses()).hasToString("200");
  }

  @Test
  void anOrdinaryEndpointRemembersNothing() {
    PollRequest request = request(TARGET, "path = /a");
    String plain = RequestText.of(request.measured(null));

    request.succeeded(200, new DefaultHttpHeaders().add("ETag", "\"1\""));

    assertThat(RequestText.of(request.measured(null))).isEqualTo(plain);
  }

  @Test
  void theEndpointSaysHowItsBodyIsChecked() {
    assertThat(request(TARGET, "path = /a, check { contains = b }").expectation().content())
        .map(check -> check.fault(new byte[0], StandardCharsets.UTF_8, text -> text))
        .contains("no b");
  }

  @Test
  void theEndpointSaysWhichAnswerIsASuccess() {
    assertThat(request(TARGET, "path = /a, status = 204, bytes = 7").expectation())
        .isEqualTo(
            new Expectation(Statuses.of(List.of(204)), OptionalLong.of(7), Optional.empty()));
    assertThat(request(TARGET, "path = /a").expectation())
        .isEqualTo(
            new Expectation(Statuses.of(List.of(200)), OptionalLong.empty(), Optional.empty()));
    assertThat(request(TARGET, "path = /a").name()).isEqualTo("E");
  }
}
