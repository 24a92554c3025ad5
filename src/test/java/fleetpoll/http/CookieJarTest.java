package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cookies a device sends where. */
class CookieJarTest {

  private final Rig rig = new Rig(new Habits(true, 5));

  private void given(String... cookies) {
    StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
    for (String cookie : cookies) {
      answer.append("Set-Cookie: ").append(cookie).append("\r\n");
    }
    rig.get();
    rig.sent();
    rig.answer(answer + "\r\n");
    rig.result();
  }

  private String sentTo(Origin origin, String path, String... headers) {
    rig.send(rig.request(origin, "GET", path, headers), Rig.ok());
    while (!rig.lookUps.isEmpty()) {
      rig.lookUp();
    }
    String sent =
        rig.sent()
            .lines()
            .filter(line -> line.startsWith("Cookie: "))
            .findFirst()
            .orElse("Cookie: ")
            .substring("Cookie: ".length());
    rig.connection.drop();
    rig.result();
    return sent;
  }

  private String sent() {
    return sentTo(Rig.SERVER, "/a/b");
  }

  @Test
  void whatIsGivenIsSentBack() {
    given("a=1", "b=\"2\"; HttpOnly; SameSite=Lax");
    assertThat(sent()).isEqualTo("a=1; b=\"2\"");
    given("a=3");
    assertThat(sent()).isEqualTo("b=\"2\"; a=3");
  }

  /** RFC 6265, section 5.2: only the spaces around name and value are no part of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=\"b | a=\"b",
        "a=b\" | a=b\"",
        "a=b,c=d | a=b,c=d",
        "a=b, ; Path=/ | a=b,",
        "' a = b c ; Path=/' | a=b c",
        "a= | a=",
        "a=b=c | a=b=c",
        "a,b=c | a,b=c",
        "a=\u00c3\u00bc | a=\u00fc"
      })
  void nameAndValueAreSentBackByteForByte(String cookie, String sentBack) {
    given(cookie);
    assertThat(sent()).isEqualTo(sentBack);
  }

  @Test
  void whatIsNoCookieIsIgnored() {
    given("a", "=b", "", ";", "c=3");
    assertThat(sent()).isEqualTo("c=3");
  }

  /** No request can carry them: RFC 6265bis, section 5.6. */
  @Test
  void aControlCharacterMakesItNoCookie() {
    given("a=1\rb", "b=2\u0000", "c=\u007f", "d=4; Path=/\u0001", "e=5");
    assertThat(sent()).isEqualTo("e=5");
  }

  @Test
  void aPathOrDomainThatNoUrlHasMakesItNoCookie() {
    given("a=1; Path=/\u00fc", "b=2; Domain=b\u00fccher.example", "c=3; Path=/\td", "e=5");
    assertThat(sent()).isEqualTo("e=5");
    assertThat(rig.faults).isEmpty();
  }

  @Test
  void aPlainDeviceSendsNone() {
    Rig plain =
        new Rig()
            .get()
            .answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nSet-Cookie: a=1\r\n\r\n")
            .get();
    assertThat(plain.sent()).doesNotContain("Cookie");
  }

  @Test
  void theyFollowTheRequestsOwn() {
    given("a=1");
    assertThat(sentTo(Rig.SERVER, "/a/b", "cookie", "own=1")).isEqualTo("own=1; a=1");
    given("a=\u00c3\u00bc");
    assertThat(sentTo(Rig.SERVER, "/a/b", "Cookie", "own=\u00fc"))
        .isEqualTo("own=\u00fc; a=\u00fc");
  }

  @Test
  void oneThatHasExpiredIsNotSent() {
    given("a=1; Max-Age=10", "b=2", "c=3; Max-Age=0");
    assertThat(sent()).isEqualTo("a=1; b=2");
    rig.nowNanos += TimeUnit.SECONDS.toNanos(10);
    assertThat(sent()).isEqualTo("b=2");
    given("b=; Max-Age=0");
    assertThat(sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, /x, true",
    "/a, /a, true",
    "/a, /a/b, true",
    "/a, /ab, false",
    "/a/, /a/b?c, true",
    "/b, /a, false",
    "'', /a/z, true",
    "'', /z, false"
  })
  void aPathConfinesThem(String path, String requested, boolean isSent) {
    given(path.isEmpty() ? "a=1" : "a=1; Path=" + path);
    assertThat(sentTo(Rig.SERVER, requested)).isEqualTo(isSent ? "a=1" : "");
  }

  @Test
  void theyGoToNoOtherHost() {
    given("a=1; Path=/", "b=2; Path=/; Domain=other", "c=3; Path=/; Domain=.1");
    assertThat(sentTo(new Origin(false, "127.0.0.2", 80), "/")).isEmpty();
    assertThat(sent()).isEqualTo("a=1");
  }

  @Test
  void aSecureOneNeedsTls() {
    given("a=1; Secure");
    assertThat(sent()).isEmpty();
  }
}
