package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.settings.body.BodySettings;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects lead, and what goes there. */
class RedirectsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";

  private final Rig rig = new Rig(new Habits(false, 2));

  private static String redirect(int status, String location) {
    return "HTTP/1.1 %s Go\r\nLocation: %s\r\nContent-Length: 2\r\n\r\nno"
        .formatted(status, location);
  }

  @Test
  void hopsAreOnePoll() {
    rig.get().answer(redirect(302, "/c?d=1"));
    rig.sent();
    rig.answer(redirect(301, "e"));
    assertThat(rig.sent()).startsWith("GET /e HTTP/1.1\r\n");
    rig.answer(OK);
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.OK);
    assertThat(result.redirects()).isEqualTo(2);
    assertThat(result.bodyBytes()).isEqualTo(7);
    assertThat(rig.redirects).containsExactly(302, 301);
    assertThat(rig.sockets).hasSize(1);
  }

  @Test
  void aServerMayCloseBehindARedirect() {
    rig.get().answerAndClose(redirect(302, "/c"));
    assertThat(rig.sent()).startsWith("GET /c HTTP/1.1\r\n");
    rig.answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.sockets).hasSize(2);
  }

  @Test
  void oneTooManyIsThePollsAnswer() {
    rig.get();
    for (int i = 0; i < 3; i++) {
      rig.answer(redirect(307, "/again"));
    }
    assertThat(rig.result().outcome()).isEqualTo(Outcome.status(307));
  }

  @Test
  void aPlainDeviceFollowsNone() {
    Rig plain = new Rig().get().answer(redirect(302, "/c"));
    assertThat(plain.result().outcome()).isEqualTo(Outcome.status(302));
  }

  @ParameterizedTest
  @CsvSource({
    "/c, /c",
    "c, /a/c",
    "../c?d, /c?d",
    "../../c, /c",
    "?x, /a/b?x",
    "'', /a/b",
    "/d[1], /d[1]",
    "/100%, /100%25",
    "//127.0.0.1:8000/c#f, /c",
    "/ü b, /%C3%BC%20b",
    "'/x|y', /x%7Cy"
  })
  void aLocationIsRelativeToWhereItWasGiven(String location, String target) {
    rig.get();
    rig.sent();
    rig.answer(
        redirect(
            302,
            new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    assertThat(rig.sent()).startsWith("GET " + target + " HTTP/1.1\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a|b",
        "/a?filter=x|y",
        "/a?f={1}",
        "/a[0]",
        "/a?x=\"q\"",
        "/a?x[]=1",
        "/a?q=a^b"
      })
  void whatARequestAskedForMattersNotToAnAbsoluteLocation(String path) {
    rig.send(rig.request(Rig.SERVER, "GET", path), Rig.ok());
    String first = rig.sent();
    assertThat(first).startsWith("GET " + path + " HTTP/1.1\r\n");
    rig.answer(redirect(302, "http://127.0.0.1:8000/c"));
    assertThat(rig.sent()).startsWith("GET /c HTTP/1.1\r\n");
    rig.answer(redirect(302, "d"));
    assertThat(rig.sent()).startsWith("GET /d HTTP/1.1\r\n");
  }

  @Test
  void aHostInAnotherCaseIsTheSameOrigin() {
    Origin written = new Origin(false, "LocalHost", 8000);
    rig.names = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    rig.send(rig.request(written, "GET", "/", "Authorization", "a", "X-Device", "d"), Rig.ok())
        .lookUp();
    rig.sent();

    rig.answer(redirect(302, "HTTP://localhost:8000/x/"));

    assertThat(rig.sockets).hasSize(1);
    assertThat(rig.sent())
        .startsWith("GET /x/ HTTP/1.1\r\n")
        .contains("Authorization: a\r\n", "X-Device: d\r\n");
  }

  @Test
  void aRelativeLocationStaysOnItsOrigin() {
    Origin zoned = new Origin(false, "fe80::1%eth0", 8000);
    assertThat(next(zoned, "/c").origin()).isEqualTo(zoned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x/",
        "http://",
        "http://[/",
        "http:c",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:65536/"
      })
  void aLocationThatLeadsNowhereIsThePollsAnswer(String location) {
    rig.get().answer(redirect(302, location));
    assertThat(rig.result().outcome()).isEqualTo(Outcome.status(302));
  }

  @Test
  void anotherOriginGetsAConnectionAndNoSecrets() {
    rig.send(
            rig.request("GET", "Authorization", "a", "Cookie", "c", "x-device", "d", "Accept", "*"),
            Rig.ok())
        .answer(redirect(302, "http://127.0.0.2/c"));
    assertThat(rig.address()).isEqualTo("127.0.0.2");
    assertThat(rig.openSockets()).isEqualTo(1);
    assertThat(rig.sent()).isEqualTo("GET /c HTTP/1.1\r\nHost: 127.0.0.2\r\nAccept: *\r\n\r\n");
    rig.answer(OK);
    assertThat(rig.result().opening().connections()).isEqualTo(2);
    rig.get();
    assertThat(rig.address()).as("the next poll goes home").isEqualTo("127.0.0.1");
    assertThat(rig.openSockets()).isEqualTo(1);
  }

  @Test
  void anotherOriginGetsNoHeaderOfWhichNobodyKnowsWhatItIs() {
    rig.send(
            rig.request("GET", "X-Tenant", "t", "accept-LANGUAGE", "de", "User-Agent", "u"),
            Rig.ok())
        .answer(redirect(302, "http://127.0.0.2/c"));

    assertThat(rig.sent())
        .isEqualTo(
            "GET /c HTTP/1.1\r\nHost: 127.0.0.2\r\naccept-LANGUAGE: de\r\nUser-Agent: u\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8001/c, false",
    "http://127.0.0.1/c, false",
    "http://localhost:8000/c, false",
    "//127.0.0.2:8000/c, false",
    "http://me:pw@127.0.0.1:8001/c, false",
    "https://127.0.0.1:8000/c, false",
    "http://127.0.0.1:8000/c, true",
    "//127.0.0.1:8000/c, true",
    "/c, true"
  })
  void onlyTheSameOriginGetsWhatIsForTheTarget(String location, boolean isSame) {
    assertThat(names(next(Rig.SERVER, location)))
        .isEqualTo(
            isSame
                ? List.of("Authorization", "Proxy-Authorization", "Cookie", "x-DEVICE", "Accept")
                : List.of("Accept"));
  }

  @Test
  void whatIsForTheTargetDoesNotGoOutWithoutTls() {
    Origin secure = new Origin(true, "127.0.0.1", 8000);

    assertThat(names(next(secure, "http://127.0.0.1:8000/c"))).containsExactly("Accept");
    assertThat(names(next(secure, "/c"))).hasSize(5);
  }

  @Test
  void whatWasLeftOutDoesNotComeBack() {
    Request elsewhere = next(Rig.SERVER, "http://127.0.0.2:8000/c");

    assertThat(names(next(elsewhere, "http://127.0.0.1:8000/d"))).containsExactly("Accept");
  }

  private Request next(Origin origin, String location) {
    return next(
        rig.request(
            origin,
            "GET",
            "/",
            "Authorization",
            "a",
            "Proxy-Authorization",
            "b",
            "Cookie",
            "c",
            "x-DEVICE",
            "d",
            "Accept",
            "*"),
        location);
  }

  private Request next(Request request, String location) {
    AwaitedAnswer answer = new AwaitedAnswer(request, Rig.ok(), Rig.LIMITS, () -> 0);
    DefaultFullHttpResponse head =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FOUND);
    head.headers().set("Location", location);
    answer.accept(head);
    PollInFlight poll =
        new PollInFlight(rig.connection, request, Rig.ok(), rig.listener(), 0, Rig.TIMEOUT_NANOS);
    return new Redirects(2).next(poll, answer);
  }

  private static List<String> names(Request request) {
    return List.copyOf(request.head().headers().keySet());
  }

  @Test
  void aServersCookiesDoNotGoToAnotherHost() {
    Rig keeping = new Rig(new Habits(true, 2)).get();
    keeping.sent();
    keeping.answer(
        redirect(302, "http://127.0.0.2:8000/c")
            .replace("Location", "Set-Cookie: a=b\r\nLocation"));
    assertThat(keeping.sent()).startsWith("GET /c ").doesNotContain("Cookie");
    keeping.answer(OK).get();
    assertThat(keeping.sent()).contains("Cookie: a=b");
  }

  @ParameterizedTest
  @CsvSource({
    "301, GET, false",
    "302, GET, false",
    "303, GET, false",
    "307, POST, true",
    "308, POST, true"
  })
  void aPostStaysOneOrTurnsIntoAGet(int status, String method, boolean hasBody) {
    Request post = post("hello", Map.of("Content-Type", "text/plain")).fill(Map.of(), rig.store);
    rig.send(post, Rig.ok());
    assertThat(rig.sent()).endsWith("\r\n\r\nhello");
    rig.answer(redirect(status, "/c"));
    String sent = rig.sent();
    assertThat(sent).startsWith(method + " /c HTTP/1.1\r\n");
    assertThat(sent.contains("Content-")).isEqualTo(hasBody);
    assertThat(sent.endsWith("hello")).isEqualTo(hasBody);
  }

  private Request confined(String method, String body) {
    return new RequestTemplate(
            Rig.SERVER,
            "",
            method,
            "/",
            Map.of(),
            Map.of(),
            Optional.of(BodySettings.of(body)),
            Set.of())
        .confiningBody()
        .with("X-Any", "1")
        .fill(Map.of(), rig.store);
  }

  @ParameterizedTest
  @CsvSource({"307, POST", "308, POST", "301, PUT", "302, PATCH"})
  void aConfinedBodyDoesNotGoToAnotherOrigin(int status, String method) {
    rig.send(confined(method, "s3cret"), Rig.ok());
    rig.answer(redirect(status, "/elsewhere"));
    assertThat(rig.sent()).as("within its origin it does").endsWith("s3cret");

    rig.answer(redirect(status, "http://127.0.0.2:8000/c"));

    Result result = rig.result();
    assertThat(rig.sockets).hasSize(1);
    assertThat(result.outcome()).isEqualTo(Outcome.status(status));
    assertThat(result.message())
        .isEqualTo(
            "status %s, not 200: its redirect leads to another host, port or scheme, which must not"
                    .formatted(status)
                + " get this request's body");
    assertThat(result.redirects()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"303, POST, s3cret", "302, POST, s3cret", "307, POST, ''"})
  void aConfinedBodyThatStaysBehindHoldsNothingBack(int status, String method, String body) {
    rig.send(confined(method, body), Rig.ok());
    rig.sent();
    rig.answer(redirect(status, "http://127.0.0.2:8000/c"));

    assertThat(rig.address()).isEqualTo("127.0.0.2");
    assertThat(rig.sent()).contains(" /c HTTP/1.1\r\n").doesNotContain("s3cret");
  }

  @Test
  void anyOtherBodyGoesAlong() {
    Request post = post("hello", Map.of()).fill(Map.of(), rig.store);
    rig.send(post, Rig.ok());
    rig.answer(redirect(307, "http://127.0.0.2:8000/c"));

    assertThat(rig.sent()).endsWith("\r\n\r\nhello");
  }

  @Test
  void aPollThatIsDroppedAtARedirectEndsThere() {
    List<Result> results = new ArrayList<>();
    rig.connection.send(
        rig.request("GET"),
        Rig.ok(),
        Rig.TIMEOUT_NANOS,
        new PollListener() {
          @Override
          public void ended(Result result) {
            results.add(result);
          }

          @Override
          public void redirected(int status, long sentNanos, long endNanos) {
            rig.connection.drop();
          }
        });
    rig.answer(redirect(302, "/c"));
    assertThat(results).extracting(Result::outcome).containsExactly(Outcome.DROPPED);
    assertThat(rig.openSockets()).isZero();
    assertThat(rig.faults).isEmpty();
  }

  private static RequestTemplate post(String body, Map<String, String> headers) {
    return new RequestTemplate(
        Rig.SERVER,
        "",
        "POST",
        "/",
        Map.of(),
        headers,
        Optional.of(BodySettings.of(body)),
        Set.of());
  }
}
