package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Expectation;
import fleetpoll.http.RequestStore;
import fleetpoll.http.RequestText;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    return PollTemplate.of(settings.endpoints().get(0), settings, target, "Fleetpoll/1");
  }

  private String measured(String endpoint) {
    return RequestText.of(request(TARGET, endpoint).measured());
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

    assertThat(RequestText.confined(request.measured()))
        .containsExactlyInAnyOrder("x-device", "x-api-key", "x-pin");
    assertThat(RequestText.confined(request.warmUp()))
        .isEqualTo(RequestText.confined(request.measured()));
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

    assertThat(RequestText.of(get.warmUp()))
        .isEqualTo(
            RequestText.of(get.measured())
                .replace("X-Device: d 1\r\n", "X-Device: d 1\r\nX-Fleetpoll-Warm-Up: 1\r\n"));
    assertThat(RequestText.of(get.measured())).doesNotContain("Warm-Up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void whatMayChangeSomethingIsNotSentBefore(String method) {
    assertThat(template(TARGET, "path = /a, method = " + method).warmUp()).isEmpty();
    assertThat(request(TARGET, "path = /a, method = " + method).warmUp()).isNull();
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
    assertThat(RequestText.of(request(target, "path = /a").measured()))
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
  void theEndpointSaysWhichAnswerIsASuccess() {
    assertThat(request(TARGET, "path = /a, status = 204, bytes = 7").expectation())
        .isEqualTo(new Expectation(204, OptionalLong.of(7), Optional.empty()));
    assertThat(request(TARGET, "path = /a").expectation())
        .isEqualTo(new Expectation(200, OptionalLong.empty(), Optional.empty()));
    assertThat(request(TARGET, "path = /a").name()).isEqualTo("E");
  }
}
