package fleetpoll.http;

import fleetpoll.http.encoding.Reference;
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
      Reference here = Reference.of(head.origin().url() + head.target());
      Reference to = here.resolve(Reference.received(location));
      Origin there =
          to.site().equals(here.site())
              ? head.origin()
              : Origin.of(URI.create(to.site())).through(head.origin().proxy());
      return follow(exchange, there, to.target(), answer);
    } catch (IllegalArgumentException e) {
      // A location that leads nowhere: the redirect itself is the poll's answer.
      return null;
    }
  }

  private static Request follow(
      PollInFlight exchange, Origin there, String target, AwaitedAnswer answer) {
    Request request = exchange.request();
    RequestHead head = request.head();
    boolean isGet =
        answer.status() == SEE_OTHER && !head.isHead()
            || answer.status() < TEMPORARY && head.method().equals("POST");
    RequestHead next =
        new RequestHead(
            there, isGet ? "GET" : head.method(), target, head.headers(), head.confined());
    if (!there.equals(head.origin())) {
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
}
