package fleetpoll.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The resource /hello. */
final class Hello {

  private final Behavior behavior;
  private final Map<Page, Answer> answers = new EnumMap<>(Page.class);
  private final AtomicLong sessions = new AtomicLong();

  /**
   * @param now the instant of the pages' last modification
   */
  Hello(Behavior behavior, Instant now) {
    this.behavior = behavior;
    for (Page page : Page.values()) {
      Answer answer = Answer.plain(HttpResponseStatus.OK, page.body());
      answers.put(page, behavior.validators() ? cacheable(answer, page, now) : answer);
    }
  }

  private static Answer cacheable(Answer answer, Page page, Instant now) {
    ZonedDateTime modified = now.atZone(ZoneOffset.UTC);
    DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
    return answer
        .with(HttpHeaderNames.LAST_MODIFIED, format.format(modified))
        .with(HttpHeaderNames.ETAG, "\"hello-" + page.number() + "\"")
        .with(HttpHeaderNames.EXPIRES, format.format(modified.plusYears(1)))
        .with(HttpHeaderNames.CACHE_CONTROL, "public");
  }

  Answer answer(Page page, HttpRequest request) {
    Answer answer = answers.get(page);
    if (behavior.validators() && isConditional(request.headers())) {
      answer = Answer.empty(HttpResponseStatus.NOT_MODIFIED);
    }
    if (behavior.cookies()) {
      String session = "session=" + sessions.incrementAndGet();
      answer = answer.with(HttpHeaderNames.SET_COOKIE, session);
    }
    return answer;
  }

  /**
   * Any condition counts: only a client that caches sends one, and this is how to find such a
   * client.
   */
  private static boolean isConditional(HttpHeaders headers) {
    return headers.contains(HttpHeaderNames.IF_NONE_MATCH)
        || headers.contains(HttpHeaderNames.IF_MODIFIED_SINCE);
  }
}
