package fleetpoll.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;

/**
 * How devices speak TLS.
 *
 * @param context a client's; whom it trusts is its own matter
 * @param verifiesHost whether the certificate must be the host's
 */
public record Tls(SslContext context, boolean verifiesHost) {

  private static final AtomicInteger HANDSHAKES = new AtomicInteger();

  /** A handler without time-outs of its own: the poll's ends it. */
  SslHandler newHandler(ByteBufAllocator allocator, Origin origin) {
    // The host is what the certificate must be for. The port decides only which session is resumed:
    // with a new one each time, no device resumes the session of another.
    SslHandler handler =
        verifiesHost
            ? context.newHandler(allocator, origin.host(), HANDSHAKES.incrementAndGet())
            : context.newHandler(allocator);
    handler.setHandshakeTimeoutMillis(0);
    SSLParameters parameters = handler.engine().getSSLParameters();
    serverNames(origin.host()).ifPresent(parameters::setServerNames);
    parameters.setEndpointIdentificationAlgorithm(verifiesHost ? "HTTPS" : "");
    handler.engine().setSSLParameters(parameters);
    return handler;
  }

  /** Empty for an address, and for a name that TLS cannot carry. */
  private static Optional<List<SNIServerName>> serverNames(String host) {
    if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
      return Optional.empty();
    }
    try {
      return Optional.of(List.of(new SNIHostName(host)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
