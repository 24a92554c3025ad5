package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.settings.body.BodySettings;
import fleetpoll.settings.body.PollValue;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out for an endpoint and a device. */
class RequestTemplateTest {

  private static final Origin SERVER = new Origin(false, "server", 8000);

  private final RequestStore store = new RequestStore(100);

  private String sent(RequestTemplate template, Map<String, String> values) {
    Request request = template.fill(values, store);
    return request.headBytes().toString(StandardCharsets.UTF_8)
        + request.body().toString(StandardCharsets.UTF_8);
  }

  private static RequestTemplate get(String path, Map<String, String> query) {
    return new RequestTemplate(
        SERVER, "", "GET", path, query, Map.of(), Optional.empty(), Set.of());
  }

  private String target(RequestTemplate template, String device) {
    return sent(template, Map.of("device", device)).split(" ")[1];
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          pump#1, pump%231
          a/b, a%2Fb
          .., %2E%2E
          ., %2E
          ..., ...
          a.b, a.b
          ü, %C3%BC
          100%, 100%25
          %41, %2541
          ?x=1, %3Fx%3D1
          a b, a%20b
          a+b, a%2Bb
          "a;b,c", a%3Bb%2Cc
          😀, %F0%9F%98%80
          A-z_9~, A-z_9~
          """)
  void aValueStaysOneSegmentOfThePathAndOneValueOfTheQuery(String device, String encoded) {
    assertThat(target(get("/firmware/#{device}", Map.of()), device))
        .isEqualTo("/firmware/" + encoded);
    assertThat(target(get("/firmware", Map.of("id", "#{device}")), device))
        .isEqualTo("/firmware?id=" + encoded.replace("%2E", "."));
  }

  @Test
  void dotsThatMakeASegmentTogetherAreEncoded() {
    assertThat(target(get("/a/.#{device}/b", Map.of()), ".")).isEqualTo("/a/%2E%2E/b");
    assertThat(target(get("/a/x#{device}/b", Map.of()), "..")).isEqualTo("/a/x../b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/a//b", "/a/../b", "/a;v=1/b", "/a%2Fb", "/a|b", "/~x/'*'", "/a:b@c,$&+="})
  void aPathGoesOutAsItIsWritten(String path) {
    assertThat(target(get(path, Map.of()), "d")).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page|1|page=1
          a|x&y|a=x%26y
          a|x#y|a=x%23y
          a|x y|a=x%20y
          a|x+y|a=x%2By
          a|x=y|a=x=y
          a=b|c|a%3Db=c
          a|x%20y|a=x%20y
          a|100%|a=100%25
          a|ü|a=%C3%BC
          a|10:30,x/y?|a=10:30,x/y?
          """)
  void aQueryGoesOutAsItIsWrittenButForWhatWouldBreakIt(String name, String value, String sent) {
    assertThat(target(get("/", Map.of(name, value)), "d")).isEqualTo("/?" + sent);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a, a",
    "http://a:80, a",
    "http://a:443, a:443",
    "https://a:443, a",
    "https://a:80, a:80",
    "http://127.0.0.1:8000, 127.0.0.1:8000",
    "http://[::1], [::1]",
    "http://my_server, my_server",
    "http://my_server:8000, my_server:8000",
    "http://[::1]:8000, [::1]:8000",
    "http://[fe80::1%25eth0]:8000, [fe80::1]:8000"
  })
  void theHostHeaderNamesTheTargetAndAPortOfItsOwn(URI url, String host) {
    assertThat(Origin.of(url).hostHeader()).isEqualTo(host);
  }

  @Test
  void aRequestHasItsPartsInOrder() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Device", "#{device}");
    headers.put("Accept", "*/*");
    RequestTemplate template =
        new RequestTemplate(
            SERVER,
            "/base",
            "POST",
            "/x",
            Map.of(),
            headers,
            Optional.of(BodySettings.of("ü is #{device}")),
            Set.of());
    assertThat(sent(template.with("X-Warm-Up", "1"), Map.of("device", "d#1")))
        .isEqualTo(
            """
            POST /base/x HTTP/1.1\r
            Host: server:8000\r
            X-Device: d#1\r
            Accept: */*\r
            X-Warm-Up: 1\r
            Content-Length: 9\r
            \r
            ü is d#1""");
  }

  @Test
  void aBodyWithoutPlaceholdersIsKeptOnce() {
    RequestTemplate template =
        new RequestTemplate(
            SERVER,
            "",
            "PUT",
            "/",
            Map.of(),
            Map.of(),
            Optional.of(BodySettings.of("same")),
            Set.of());
    long address = template.fill(Map.of(), store).body().memoryAddress();
    assertThat(template.fill(Map.of(), store).body().memoryAddress()).isEqualTo(address);
  }

  @Test
  void aRequestCanDifferFromPollToPollInEachOfItsParts() {
    RequestTemplate template =
        new RequestTemplate(
            SERVER,
            "",
            "POST",
            "/#{tick}",
            Map.of("at", "#{now}"),
            Map.of("X-At", "#{now.millis} #{device}"),
            Optional.of(
                BodySettings.ofText("[\"#{device}\", #{random.int(5, 5)}]", "application/json")),
            Set.of());
    PollValue.Moment poll = new PollValue.Moment(1_500, 12, new SplittableRandom(1));
    assertThat(template.differsByPoll()).isTrue();
    Request request = template.fill(Map.of("device", "d\"1"), poll);
    String sent =
        """
        POST /12?at=1970-01-01T00%3A00%3A01.500Z HTTP/1.1\r
        Host: server:8000\r
        X-At: 1500 d"1\r
        Content-Length: 11\r
        \r
        ["d\\"1", 5]""";
    assertThat(RequestText.of(request)).isEqualTo(sent);
    assertThat(RequestText.of(request)).isEqualTo(sent);
    assertThat(request.bytes()).isEqualTo(sent.length());
  }

  @Test
  void aDevicesRequestIsTheSameInEachPollUnlessItsTextSaysOtherwise() {
    assertThat(get("/#{device}", Map.of("a", "#{site}")).differsByPoll()).isFalse();
    assertThat(get("/", Map.of("a", "#{now}")).differsByPoll()).isTrue();
  }

  @Test
  void aBodyIsCompressedOnceForAllAndOncePerDevice() throws IOException {
    BodySettings same = BodySettings.of("same".repeat(100)).compressed(true);
    RequestTemplate template = put(same);
    Request first = template.fill(Map.of(), store);
    assertThat(first.body().memoryAddress())
        .isEqualTo(template.fill(Map.of(), store).body().memoryAddress());
    assertThat(unpacked(first)).isEqualTo("same".repeat(100));
    assertThat(RequestText.of(first))
        .contains("Content-Length: " + first.body().readableBytes() + "\r\n");
    Request own =
        put(BodySettings.of("#{device}").compressed(true)).fill(Map.of("device", "d"), store);
    assertThat(unpacked(own)).isEqualTo("d");
  }

  private static RequestTemplate put(BodySettings body) {
    return new RequestTemplate(
        SERVER, "", "PUT", "/", Map.of(), Map.of(), Optional.of(body), Set.of());
  }

  private static String unpacked(Request request) throws IOException {
    byte[] sent = ByteBufUtil.getBytes(request.body());
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void anEmptyPostHasALengthAndAGetHasNone() {
    RequestTemplate post =
        new RequestTemplate(
            SERVER, "", "POST", "/", Map.of(), Map.of(), Optional.empty(), Set.of());
    assertThat(sent(post, Map.of())).contains("Content-Length: 0\r\n");
    assertThat(sent(get("/", Map.of()), Map.of())).doesNotContain("Content-Length");
  }

  @Test
  void aWrittenHostAndLengthReplaceOurs() {
    RequestTemplate template =
        new RequestTemplate(
            SERVER,
            "",
            "POST",
            "/",
            Map.of(),
            Map.of("HOST", "other"),
            Optional.of(BodySettings.of("x")),
            Set.of());
    assertThat(sent(template, Map.of())).contains("HOST: other\r\n").doesNotContain("server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\rb", "a\0b"})
  void aHeaderThatWouldEndBeforeItsEndIsRefused(String value) {
    RequestTemplate template =
        new RequestTemplate(
            SERVER,
            "",
            "GET",
            "/",
            Map.of(),
            Map.of("X-Device", "#{device}"),
            Optional.empty(),
            Set.of());
    assertThatThrownBy(() -> template.fill(Map.of("device", value), store))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the header X-Device must have no line break and no NUL in its value");
  }

  @Test
  void aPlaceholderWithoutAValueIsRefused() {
    assertThatThrownBy(() -> get("/#{x}", Map.of()).fill(Map.of(), store))
        .hasMessage("#{x} has no value");
  }
}
