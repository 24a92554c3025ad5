package fleetpoll.http;

import fleetpoll.http.encoding.SetCookie;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The cookies that a device was given: each goes to the hosts, paths and schemes that RFC 6265
 * allows, until it expires. It knows no list of public suffixes: a server may set cookies for the
 * domain above its own.
 */
final class CookieJar {

  private static final long LONGEST_SECONDS = TimeUnit.DAYS.toSeconds(10_000);

  /**
   * @param domain without a leading dot, in lower case
   * @param hostOnly whether it does not go to hosts below the domain
   * @param expiresNanos by the device's clock; null: never
   */
  private record Stored(
      SetCookie cookie, String domain, boolean hostOnly, String path, Long expiresNanos) {

    boolean replaces(Stored other) {
      return cookie.name().equals(other.cookie.name())
          && domain.equals(other.domain)
          && path.equals(other.path);
    }

    boolean hasExpired(long nowNanos) {
      return expiresNanos != null && expiresNanos - nowNanos <= 0;
    }

    boolean goesTo(Origin origin, String requestPath) {
      return (hostOnly
              ? domain.equals(lower(origin.host()))
              : isWithin(lower(origin.host()), domain))
          && (origin.tls() || !cookie.attributes().isSecure())
          && (requestPath.equals(path)
              || requestPath.startsWith(path.endsWith("/") ? path : path + "/"));
    }
  }

  private final List<Stored> cookies = new ArrayList<>();

  /** Keeps what an answer sets; what its server may not set is ignored. */
  void learn(RequestHead request, HttpHeaders answer, long nowNanos) {
    for (String header : answer.getAll(HttpHeaderNames.SET_COOKIE)) {
      SetCookie.received(header).ifPresent(cookie -> store(cookie, request, nowNanos));
    }
  }

  private void store(SetCookie cookie, RequestHead request, long nowNanos) {
    Cookie attributes = cookie.attributes();
    String host = lower(request.origin().host());
    String given =
        attributes.domain() == null ? "" : lower(attributes.domain()).replaceFirst("^\\.", "");
    if (!given.isEmpty() && !isWithin(host, given)) {
      return;
    }
    String path =
        attributes.path() != null && attributes.path().startsWith("/")
            ? attributes.path()
            : directory(request.path());
    Stored stored =
        new Stored(
            cookie,
            given.isEmpty() ? host : given,
            given.isEmpty(),
            path,
            expiry(attributes.maxAge(), nowNanos));
    cookies.removeIf(stored::replaces);
    if (!stored.hasExpired(nowNanos)) {
      cookies.add(stored);
    }
  }

  private static Long expiry(long maxAgeSeconds, long nowNanos) {
    return maxAgeSeconds == Cookie.UNDEFINED_MAX_AGE
        ? null
        : nowNanos
            + TimeUnit.SECONDS.toNanos(Math.max(0, Math.min(maxAgeSeconds, LONGEST_SECONDS)));
  }

  /** The request with the cookies that go there, after those of its own header. */
  Request addTo(Request request, long nowNanos) {
    cookies.removeIf(stored -> stored.hasExpired(nowNanos));
    if (cookies.isEmpty()) {
      return request;
    }
    RequestHead head = request.head();
    String sent =
        cookies.stream()
            .filter(stored -> stored.goesTo(head.origin(), head.path()))
            .sorted((a, b) -> b.path().length() - a.path().length())
            .map(stored -> stored.cookie().pair())
            .collect(Collectors.joining("; "));
    if (sent.isEmpty()) {
      return request;
    }
    String own = head.value("cookie");
    return request.as(head.with("Cookie", own.isEmpty() ? sent : own + "; " + sent));
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain) && !NetUtil.isValidIpV4Address(host);
  }

  private static String directory(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
