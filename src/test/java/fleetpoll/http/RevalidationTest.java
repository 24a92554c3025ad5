package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which validators a device sends, and when. */
class RevalidationTest {

  private static final String DATE = "Sun, 29 Nov 2026 03:44:47 GMT";

  private final Rig rig = new Rig();
  private final Revalidation revalidation = new Revalidation(rig.request("GET", "X-Device", "d"));

  private static HttpHeaders headers(String... fields) {
    HttpHeaders headers = new DefaultHttpHeaders();
    for (int i = 0; i < fields.length; i += 2) {
      headers.add(fields[i], fields[i + 1]);
    }
    return headers;
  }

  private String sent() {
    return RequestText.of(revalidation.request());
  }

  @Test
  void theFirstRequestAsksForTheWhole() {
    assertThat(sent()).isEqualTo(RequestText.of(rig.request("GET", "X-Device", "d")));
    assertThat(revalidation.isConditional()).isFalse();
  }

  @Test
  void aSuccessGivesTheNextRequestItsValidators() {
    revalidation.learn(200, headers("etag", "W/\"1\"", "Last-Modified", DATE));

    assertThat(revalidation.isConditional()).isTrue();
    assertThat(sent())
        .isEqualTo(
            RequestText.of(
                rig.request(
                    "GET",
                    "X-Device",
                    "d",
                    "If-None-Match",
                    "W/\"1\"",
                    "If-Modified-Since",
                    DATE)));
  }

  @Test
  void oneValidatorIsEnough() {
    revalidation.learn(200, headers("ETag", "\"1\""));
    assertThat(sent()).contains("If-None-Match: \"1\"\r\n").doesNotContain("If-Modified-Since");
    revalidation.learn(200, headers("Last-Modified", DATE));
    assertThat(sent()).contains("If-Modified-Since: " + DATE).doesNotContain("If-None-Match");
  }

  @Test
  void anotherStatusChangesNothing() {
    revalidation.learn(200, headers("ETag", "\"1\""));
    revalidation.learn(304, headers("ETag", "\"2\""));
    revalidation.learn(204, headers());
    assertThat(sent()).contains("If-None-Match: \"1\"\r\n");
  }

  @Test
  void aLaterSuccessReplacesWhatWasKnown() {
    revalidation.learn(200, headers("ETag", "\"1\""));
    revalidation.learn(200, headers("ETag", "\"2\""));
    assertThat(sent()).contains("If-None-Match: \"2\"\r\n").doesNotContain("\"1\"");
    revalidation.learn(200, headers());
    assertThat(revalidation.isConditional()).isFalse();
    assertThat(sent()).doesNotContain("If-");
  }

  @Test
  void theRequestStaysTheSameAsLongAsItsValidators() {
    revalidation.learn(200, headers("ETag", "\"1\""));
    Request first = revalidation.request();
    revalidation.learn(200, headers("ETag", "\"1\""));
    assertThat(revalidation.request()).isSameAs(first);
  }

  /** A socket releases the bytes that it has sent. */
  @Test
  void theRequestCanBeSentAgainAndAgain() {
    revalidation.learn(200, headers("ETag", "\"1\""));
    String first = sent();
    for (int sending = 0; sending < 3; sending++) {
      revalidation.request().headBytes().release();
      revalidation.request().body().release();
    }
    assertThat(sent()).isEqualTo(first).contains("If-None-Match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"a\nX: b\"", "\"\u00fc\"", "\"\u0000\""})
  void whatAHeaderCannotCarryIsNoValidator(String tag) {
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    headers.add("ETag", tag);
    revalidation.learn(200, headers);
    assertThat(revalidation.isConditional()).isFalse();
  }

  @Test
  void aLongTextIsNoValidator() {
    revalidation.learn(200, headers("ETag", "x".repeat(256)));
    assertThat(revalidation.isConditional()).isTrue();
    revalidation.learn(200, headers("ETag", "x".repeat(257)));
    assertThat(revalidation.isConditional()).isFalse();
  }

  @Test
  void theListenerLearnsOfSuccessesAlone() {
    PollListener learning =
        new PollListener() {
          @Override
          public void ended(Result result) {
            rig.results.add(result);
          }

          @Override
          public void succeeded(int status, HttpHeaders headers) {
            revalidation.learn(status, headers);
          }
        };
    rig.connection.send(revalidation.request(), Rig.ok(), Rig.TIMEOUT_NANOS, learning);
    rig.answer("HTTP/1.1 404 No\r\nETag: \"1\"\r\nContent-Length: 0\r\n\r\n").result();
    assertThat(revalidation.isConditional()).isFalse();
    rig.connection.send(revalidation.request(), Rig.ok(), Rig.TIMEOUT_NANOS, learning);
    rig.answer("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 0\r\n\r\n").result();
    rig.sent();
    rig.connection.send(
        revalidation.request(), Rig.ok().orNotModified(), Rig.TIMEOUT_NANOS, learning);
    assertThat(rig.sent()).contains("If-None-Match: \"1\"\r\n");
    rig.answer("HTTP/1.1 304 Not Modified\r\n\r\n");
    assertThat(rig.result().outcome().isOk()).isTrue();
  }

  @Test
  void aRedirectedPollTakesItsValidatorsAlong() {
    Rig following = new Rig(new Habits(true, 1));
    Revalidation own = new Revalidation(following.request("GET"));
    own.learn(200, headers("ETag", "\"1\""));
    following.send(own.request(), Rig.ok().orNotModified());
    following.sent();
    following.answer(
        "HTTP/1.1 302 Found\r\nLocation: /a/c\r\nSet-Cookie: s=1\r\nContent-Length: 0\r\n\r\n");
    assertThat(following.sent()).contains("GET /a/c ", "If-None-Match: \"1\"\r\n", "Cookie: s=1");
  }
}
