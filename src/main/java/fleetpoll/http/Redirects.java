package fleetpoll.http;

import fleetpoll.http.encoding.PercentEncoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.util.Set;

/**
 * Follows redirects as RFC 9110 has it: relative locations are resolved, 303 (and 301 and 302 after
 * a POST) turn into a GET without a body. Another origin gets only the headers that say how to talk
 * and what is accepted, without those that are confined to the first. It gets no body that is
 * confined: such a redirect is not followed.
 *
 * @param limit how many a poll follows; 0: none
 */
record Redirects(int limit) {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int SEE_OTHER = 303;
  private static final int TEMPORARY = 307;

  /** What another origin may get: nobody can list all headers that carry a secret. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "expect",
          "if-modified-since",
          "if-none-match",
          "pragma",
          "range",
          "te",
          "transfer-encoding",
          "user-agent");

  /** The request that follows an answer; null if the answer is the poll's last. */
  Request next(PollInFlight exchange, AwaitedAnswer answer) {
    if (exchange.redirects() >= limit
        || answer.fault() != null
        || !REDIRECTS.contains(answer.status())
        || !answer.headers().contains(HttpHeaderNames.LOCATION)) {
      return null;
    }
    try {
      RequestHead head = exchange.request().head();
      String location = answer.headers().get(HttpHeaderNames.LOCATION);
      URI here = head.origin().url(head.target());
      return follow(exchange, head, here.resolve(PercentEncoding.received(location)), answer);
    } catch (IllegalArgumentException e) {
      // A location that leads nowhere: the redirect itself is the poll's answer.
      return null;
    }
  }

  private static Request follow(
      PollInFlight exchange, RequestHead head, URI to, AwaitedAnswer answer) {
    Request request = exchange.request();
    boolean isGet =
        answer.status() == SEE_OTHER && !head.isHead()
            || answer.status() < TEMPORARY && head.method().equals("POST");
    RequestHead next =
        new RequestHead(
            Origin.of(to).through(head.origin().proxy()),
            isGet ? "GET" : head.method(),
            target(to),
            head.headers(),
            head.confined());
    if (!next.origin().equals(head.origin())) {
      if (!isGet && request.isBodyConfined()) {
        exchange.holdBack();
        return null;
      }
      next = next.without(name -> !HARMLESS.contains(name) || head.confined().contains(name));
    }
    return isGet
        ? request.withoutBody(
            next.without(name -> name.startsWith("content-") || name.equals("transfer-encoding")))
        : request.as(next);
  }

  private static String target(URI to) {
    String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
    return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
  }
}
