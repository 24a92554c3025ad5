package fleetpoll.http;

import fleetpoll.http.proxy.Proxy;
import fleetpoll.text.Authority;
import io.netty.util.NetUtil;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a connection leads. Hosts that differ only in case are the same: RFC 9110, 4.2.3. Each goes
 * out as it is written.
 *
 * @param tls whether the connection speaks TLS
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 … 65535
 * @param proxy through which it leads; null: it leads straight there
 */
public record Origin(boolean tls, String host, int port, Proxy proxy) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** One to which a connection leads straight. */
  public Origin(boolean tls, String host, int port) {
    this(tls, host, port, null);
  }

  /**
   * The origin of an absolute HTTP URL.
   *
   * @throws IllegalArgumentException for another scheme, without a host, or with a port that none
   *     has
   */
  public static Origin of(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    Optional<Authority> whom = Authority.of(url);
    boolean isHttp = tls || "http".equalsIgnoreCase(url.getScheme());
    if (!isHttp || whom.filter(Authority::hasUsablePort).isEmpty()) {
      throw new IllegalArgumentException(url + " is no http or https URL with a host");
    }
    return new Origin(tls, whom.get().host(), whom.get().portOr(defaultPort(tls)));
  }

  /**
   * The same through a proxy.
   *
   * @param another null: straight
   */
  public Origin through(Proxy another) {
    return another == null ? this : new Origin(tls, host, port, another);
  }

  /** Whether the proxy itself makes the requests, instead of a tunnel to the origin. */
  boolean isForwarded() {
    return proxy != null && !tls;
  }

  /** Who is at the other end of a connection, for messages. */
  String peer() {
    return isForwarded() ? proxy.toString() : "the server";
  }

  /** The host to which a connection is opened. */
  String nextHost() {
    return proxy == null ? host : proxy.host();
  }

  /** Its port. */
  int nextPort() {
    return proxy == null ? port : proxy.port();
  }

  /** What the Host header says: the port only if it is not the scheme's own. */
  String hostHeader() {
    return port == defaultPort(tls) ? bracketed() : bracketed() + ":" + port;
  }

  /** The host as an authority writes it, without an IPv6 address's zone. */
  private String bracketed() {
    return NetUtil.isValidIpV6Address(host) ? "[" + host.replaceFirst("%.*", "") + "]" : host;
  }

  /** As a URL without a path. */
  String url() {
    return (tls ? "https://" : "http://") + hostHeader();
  }

  private static int defaultPort(boolean tls) {
    return tls ? HTTPS : HTTP;
  }

  /** As a record's own, which is slow before C2 has compiled it; each poll asks. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && port == that.port
        && tls == that.tls
        && host.equalsIgnoreCase(that.host)
        && Objects.equals(proxy, that.proxy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tls, host.toLowerCase(Locale.ROOT), port, proxy);
  }

  /** {@code host:port}, for messages. */
  @Override
  public String toString() {
    return bracketed() + ":" + port;
  }
}
