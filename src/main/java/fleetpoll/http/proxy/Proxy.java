package fleetpoll.http.proxy;

import io.netty.util.NetUtil;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 … 65535
 * @param authorization the value of the header Proxy-Authorization; empty: none is sent
 */
public record Proxy(String host, int port, Optional<String> authorization) {

  /** {@code the proxy host:port}, for messages: without the credentials. */
  @Override
  public String toString() {
    return "the proxy %s:%s"
        .formatted(NetUtil.isValidIpV6Address(host) ? "[" + host + "]" : host, port);
  }
}
