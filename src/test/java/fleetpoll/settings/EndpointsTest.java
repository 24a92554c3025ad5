package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.settings.answer.CheckSettings;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.body.BodySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

  private static final String SHARE =
      "a share is more than 0 and at most 1, with a denominator up to 1,000,000: 1, 1/10, 2/3,"
          + " 0.25";

  private final Workspace workspace;

  EndpointsTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          name = 1x, path = /     | .name = 1x (p.conf:1): must begin with a letter; then letters, digits, _ and -
          name = "a b", path = /  | .name = a b (p.conf:1): must begin with a letter; then letters, digits, _ and -
          name = device, path = / | .name = device (p.conf:1): must not be success, missed, silence, device or server: slo contains levels of these names
          name = Silence, path = / | .name = Silence (p.conf:1): must not be success, missed, silence, device or server: slo contains levels of these names
          name = Missed, path = / | .name = Missed (p.conf:1): must not be success, missed, silence, device or server: slo contains levels of these names
          path = /                | .name (p.conf:1): missing
          name = a                | .path (p.conf:1): missing
          name = a, path = x      | .path = x (p.conf:1): must begin with /
          name = a, path = "#{device}/" | .path = #{device}/ (p.conf:1): must begin with /
          name = a, path = "/a b" | .path = /a b (p.conf:1): must hold no space, ? or # but in #{name}
          name = a, path = "/?a"  | .path = /?a (p.conf:1): must hold no space, ? or # but in #{name}
          name = a, path = "/#a"  | .path = /#a (p.conf:1): must hold no space, ? or # but in #{name}
          name = a, path = "/#{a" | .path = /#{a (p.conf:1): has a #{ without its }
          name = a, path = "/#{x}" | .path = /#{x} (p.conf:1): has unknown #{x}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          name = a, path = "/#{}" | .path = /#{} (p.conf:1): has unknown #{}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          name = a, path = /, method = CONNECT | .method = CONNECT (p.conf:1): must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
          name = a, path = /, status = 99 | .status = 99 (p.conf:1): must be a whole number from 100 to 599
          name = a, path = /, status = [200, 600] | .status[1] = 600 (p.conf:1): must be a whole number from 100 to 599
          name = a, path = /, status = [] | .status = [] (p.conf:1): must not be empty
          name = a, path = /, check = ok | .check = ok (p.conf:1): must be an object such as { json { "$.code" = 0 } }
          name = a, path = /, check {} | .check = {} (p.conf:1): must have contains, json or regex in it
          name = a, path = /, check { json {} } | .check = {"json":{}} (p.conf:1): must have contains, json or regex in it
          name = a, path = /, check { contains = "" } | .check.contains = "" (p.conf:1): must not be empty
          name = a, path = /, check { json = 1 } | .check.json = 1 (p.conf:1): must be an object such as { name = value }
          name = a, path = /, check { json { "$.code" = [0] } } | .check.json."$.code" = [0] (p.conf:1): must be a single value, not a list
          name = a, path = /, check { json { "$.[" = 0 } } | .check.json."$.[" (p.conf:1): the name must be a path of the test's
          name = a, path = /, check { regex = "(" } | .check.regex = ( (p.conf:1): must be a regular expression of Java: Unclosed group
          name = a, path = /, check { contain = x } | .check.contain (p.conf:1): unknown; did you mean contains?
          name = a, path = /, method = HEAD, check { contains = x } | .check (p.conf:1): must not be given if method is HEAD, whose answers have no body
          name = a, path = /, method = HEAD, bytes = 100 | .bytes = 100 (p.conf:1): must be 0 if method is HEAD, whose answers have no body
          name = a, path = /, conditional = yes | .conditional = yes (p.conf:1): must be true or false
          name = a, path = /, method = POST, conditional = true | .conditional = true (p.conf:1): must be false unless method is GET or HEAD
          name = a, path = /, conditional = true, headers { if-none-Match = x } | .headers.if-none-Match (p.conf:1): must not be given if conditional is true: the device sends its own
          name = a, path = /, conditional = true, headers { If-Modified-Since = x } | .headers.If-Modified-Since (p.conf:1): must not be given if conditional is true: the device sends its own
          name = a, path = /, conditionl = true | .conditionl (p.conf:1): unknown; did you mean conditional?
          name = a, path = /, bytes = -1 | .bytes = -1 (p.conf:1): must be a whole number from 0 to 2,147,483,647
          name = a, path = /, bytes = 2147483648 | .bytes = 2147483648 (p.conf:1): must be a whole number from 0 to 2,147,483,647
          name = a, path = /, query = 5 | .query = 5 (p.conf:1): must be an object such as { name = value }
          name = a, path = /, query { a { b = 1 } } | .query.a = {"b":1} (p.conf:1): must be a single value, not an object
          name = a, path = /, query { a = "#{x}" } | .query.a = #{x} (p.conf:1): has unknown #{x}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          name = a, path = /, headers { "A B" = 1 } | .headers."A B" (p.conf:1): the name must be a token of RFC 9110: letters, digits, -, _ and the like
          name = a, path = /, headers { A = "x\\ny" } | .headers.A = x\\u000ay (p.conf:1): must not contain control characters
          name = a, path = /, headers { A = "#{x" } | .headers.A = #{x (p.conf:1): has a #{ without its }
          name = a, path = /, method = POST, body = no.json | .body = no.json (p.conf:1): no such file in the working directory or in user-files/resources
          name = a, path = /, method = POST, body = bad.json | .body = bad.json (p.conf:1): has unknown #{x}, #{y}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          name = a, path = /, every = 0 | .every = 0 (p.conf:1): must be a whole number from 1 to 1,000,000
          name = a, path = /, every = 2, share = 1/2 | .every = 2 (p.conf:1): must not be given next to a share; keep one
          name = a, path = /, pth = /x | .pth (p.conf:1): unknown; did you mean path?
          name = a, path = /, header { a = b } | .header (p.conf:1): unknown; did you mean headers?
          """)
  void oneProblem(String endpoint, String problem) {
    workspace.with("bad.json", "#{y} #{x} #{device}");

    assertThat(workspace.problemsOfProfile("endpoints = [ { " + endpoint + " } ]"))
        .containsExactly("endpoints[0]" + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "1.1", "-1/2", "1/0", "3/2", "1/1000001", "x", "1e999999999"})
  void noShare(String share) {
    assertThat(
            workspace.problemsOfProfile(
                "endpoints = [ { name = a, path = /, share = \"" + share + "\" } ]"))
        .containsExactly("endpoints[0].share = " + share + " (p.conf:1): " + SHARE);
  }

  @ParameterizedTest
  @CsvSource({
    "share = 1, 1", "share = 1/10, 1/10", "share = \"2/3\", 2/3", "share = 0.25, 1/4",
    "share = 2/4, 1/2", "every = 7, 1/7", "every = 1, 1", "status = 200, 1"
  })
  void shares(String share, String expected) {
    FleetSettings settings =
        workspace.loadProfile("endpoints = [ { name = a, path = /, " + share + " } ]");

    assertThat(settings.endpoints().get(0).share()).hasToString(expected);
  }

  @Test
  void anAnswerToHeadIsEmptyAlsoIfItsLengthIsGiven() {
    FleetSettings settings =
        workspace.loadProfile("endpoints = [{name = a, path = /, method = HEAD, bytes = 0}]");

    assertThat(settings.endpoints().get(0).answer().bytes()).hasValue(0);
  }

  @Test
  void namesAreUniqueWhateverTheirCase() {
    assertThat(
            workspace.problemsOfProfile("endpoints = [{name = a, path = /}\n{name = A, path = /}]"))
        .containsExactly(
            "endpoints[1].name = A (p.conf:2): must differ from the name of endpoints[0] in more"
                + " than case");
  }

  @Test
  void aHundredAreEnough() {
    assertThat(workspace.loadProfile(endpoints(100)).endpoints()).hasSize(100);
    assertThat(workspace.problemsOfProfile(endpoints(101)))
        .containsExactly("endpoints (p.conf:1): must be 1 to 100 endpoints, not 101");
  }

  @Test
  void everyKeyArrives() {
    FleetSettings settings =
        workspace
            .with("user-files/resources/state.json", "{\"who\": \"#{device}\", \"ü\": 1}")
            .loadProfile(
                """
                endpoint { method = PUT, status = 204 }
                endpoints = [
                  {
                    name = State_1-x
                    path = "/devices/#{device}/state"
                    query {
                      z = 1
                      a = "#{device}"
                      m = true
                    }
                    headers {
                      X-B = "it's"
                      "X.A" = 5
                    }
                    body = state.json
                    bytes = 0
                  }
                  { name = b, path = "/%20", method = GET, status = 404, every = 3 }
                ]
                """);

    EndpointSettings first = settings.endpoints().get(0);
    assertThat(first)
        .extracting(
            EndpointSettings::name,
            EndpointSettings::method,
            EndpointSettings::path,
            EndpointSettings::body,
            EndpointSettings::answer,
            EndpointSettings::share)
        .containsExactly(
            "State_1-x",
            "PUT",
            "/devices/#{device}/state",
            Optional.of(
                BodySettings.ofText("{\"who\": \"#{device}\", \"ü\": 1}", "application/json")),
            new AnswerSettings(Statuses.of(List.of(204)), OptionalLong.of(0)),
            Share.EVERY_TICK);
    assertThat(first.query().toString()).isEqualTo("{z=1, a=#{device}, m=true}");
    assertThat(first.headers().toString()).isEqualTo("{X-B=it's, X.A=5}");
    assertThat(settings.endpoints().get(1))
        .isEqualTo(
            new EndpointSettings(
                "b",
                "GET",
                "/%20",
                Map.of(),
                Map.of(),
                Optional.empty(),
                new AnswerSettings(Statuses.of(List.of(404)), OptionalLong.empty()),
                Share.every(3)));
  }

  @Test
  void aBodyInTheWorkingDirectoryComesFirst() {
    FleetSettings settings =
        workspace
            .with("user-files/resources/x.json", "far")
            .with("x.json", "near")
            .loadProfile("endpoints = [{name = a, path = /, method = PUT, body = x.json}]");

    assertThat(settings.endpoints().get(0).body().orElseThrow().text()).isEqualTo("near");
  }

  @Test
  void anAnswerIsMoreThanItsStatus() {
    FleetSettings settings =
        workspace.loadProfile(
            """
            endpoint.status = [204, 200]
            endpoints = [
              {
                name = a, path = /, conditional = true
                check { contains = ok, json { "$.code" = 0, "$.data.on" = true }, regex = "a+" }
              }
              { name = b, path = /, status = [304, 200, 304], headers { If-None-Match = x } }
            ]
            """);

    assertThat(settings.endpoints().get(0).answer())
        .isEqualTo(
            new AnswerSettings(
                Statuses.of(List.of(200, 204)),
                OptionalLong.empty(),
                Optional.of(
                    new CheckSettings(
                        Optional.of("ok"),
                        Map.of("$.code", "0", "$.data.on", "true"),
                        Optional.of("a+"))),
                true));
    assertThat(settings.endpoints().get(1).answer())
        .isEqualTo(new AnswerSettings(Statuses.of(List.of(200, 304)), OptionalLong.empty()));
  }

  @Test
  void aMethodForAllEndpointsDecidesWhetherTheyCanBeConditional() {
    assertThat(
            workspace.problemsOfProfile(
                "endpoint.method = PUT\nendpoints = [{name = a, path = /, conditional = true},"
                    + " {name = b, path = /, method = GET, conditional = true}]"))
        .containsExactly(
            "endpoints[0].conditional = true (p.conf:2): must be false unless method is GET or"
                + " HEAD");
  }

  private static String endpoints(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{name = e" + i + ", path = /}")
        .collect(Collectors.joining(",", "endpoints = [", "]"));
  }
}
