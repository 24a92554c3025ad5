package fleetpoll.http.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;

/** How one device speaks TLS: with its own certificate, and at most its own session again. */
public final class DeviceTls {

  private final Tls tls;
  private final IntUnaryOperator numbers;
  private int handshakes;

  /**
   * @param numbers give each handshake, counted from 0, the number of {@link Numbers}
   */
  DeviceTls(Tls tls, IntUnaryOperator numbers) {
    this.tls = tls;
    this.numbers = numbers;
  }

  /** A handler without time-outs of its own: the poll's ends it. */
  public SslHandler newHandler(ByteBufAllocator allocator, String host) {
    // The host is what the certificate must be for; instead of the port there is a number.
    SslHandler handler =
        tls.context().newHandler(allocator, host, numbers.applyAsInt(handshakes++));
    handler.setHandshakeTimeoutMillis(0);
    SSLParameters parameters = handler.engine().getSSLParameters();
    serverNames(host).ifPresent(parameters::setServerNames);
    parameters.setEndpointIdentificationAlgorithm(tls.verifiesHost() ? "HTTPS" : "");
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
