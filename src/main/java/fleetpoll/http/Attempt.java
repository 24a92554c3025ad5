package fleetpoll.http;

import fleetpoll.http.proxy.Proxy;
import fleetpoll.http.proxy.Tunnel;
import fleetpoll.http.tls.DeviceTls;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One attempt to open a connection: a look-up if need be, one address, TCP, then TLS. It ends once,
 * by itself or by {@link #cancel}, and leaves no socket unless it succeeds.
 */
final class Attempt implements LookUps.Asker {

  /** Hears, once, how an attempt ended; nothing of one that was cancelled. */
  interface Owner {

    void opened(Wire wire);

    void failed(PollEnd verdict);
  }

  private final Loop loop;
  private final DeviceTls deviceTls;
  private final Addresses addresses;
  private final InetAddress local;
  private final Wire wire;
  private final Owner owner;
  private volatile boolean hasEnded;
  private String doing;
  private Channel channel;
  private final AttemptTimes times;

  /**
   * @param tls null: the device speaks none
   * @param local the address to connect from; null: the system's choice
   * @param wire the new connection's end
   */
  Attempt(
      Loop loop, DeviceTls tls, Addresses addresses, InetAddress local, Wire wire, Owner owner) {
    this.loop = loop;
    this.deviceTls = tls;
    this.addresses = addresses;
    this.local = local;
    this.wire = wire;
    this.owner = owner;
    this.times = new AttemptTimes(loop.clock());
    this.doing = "looking up " + proxyOr(addresses.origin().host());
  }

  void start() {
    times.begin();
    step(
        () -> {
          InetAddress address = addresses.current();
          if (address == null) {
            loop.lookUps().start(addresses.origin().nextHost(), this);
          } else {
            connect(address);
          }
        });
  }

  @Override
  public boolean isWaiting() {
    return !hasEnded;
  }

  @Override
  public void found(InetAddress[] found) {
    loop.executor()
        .execute(
            () -> {
              // Even if it comes too late for this poll: the next one need not ask again.
              if (addresses.current() == null) {
                addresses.learn(found);
              }
              step(
                  () -> {
                    times.lookedUp();
                    connect(addresses.current());
                  });
            });
  }

  @Override
  public void failed(Throwable failure) {
    loop.executor().execute(() -> fail(failure, Reasons.Phase.CONNECTING));
  }

  private void connect(InetAddress address) {
    Origin origin = addresses.origin();
    doing = "connecting to " + proxyOr(address.getHostAddress() + ":" + origin.port());
    if (origin.tls() && deviceTls == null) {
      throw new IllegalStateException("no TLS is set up");
    }
    try {
      channel = loop.sockets().open(local != null);
    } catch (RuntimeException e) {
      fail(e, Reasons.Phase.OPENING);
      return;
    }
    boolean hasTunnel = origin.tls() && origin.proxy() != null;
    SslHandler tls = origin.tls() && !hasTunnel ? newTls() : null;
    if (tls != null) {
      channel.pipeline().addLast(tls);
    }
    channel.pipeline().addLast(wire);
    channel
        .connect(
            new InetSocketAddress(address, origin.nextPort()),
            local == null ? null : new InetSocketAddress(local, 0))
        .addListener((ChannelFuture connect) -> step(() -> connected(connect, tls, hasTunnel)));
  }

  /** The pipeline that it gets into frees its engine: a native one has no other owner. */
  private SslHandler newTls() {
    return deviceTls.newHandler(channel.alloc(), addresses.origin().host());
  }

  private String proxyOr(String straight) {
    Proxy proxy = addresses.origin().proxy();
    return proxy == null ? straight : proxy.toString();
  }

  private void connected(ChannelFuture connect, SslHandler tls, boolean hasTunnel) {
    if (!connect.isSuccess()) {
      fail(connect.cause(), Reasons.Phase.CONNECTING);
    } else if (hasTunnel) {
      Origin origin = addresses.origin();
      doing = "asking %s for a tunnel to %s".formatted(origin.proxy(), origin);
      Tunnel.dig(channel.pipeline(), wire.name(), origin.proxy(), origin.toString())
          .addListener(tunnel -> step(() -> tunnelled(tunnel)));
    } else {
      connected(tls);
    }
  }

  private void tunnelled(Future<?> tunnel) {
    if (tunnel.isSuccess()) {
      SslHandler tls = newTls();
      channel.pipeline().addBefore(wire.name(), null, tls);
      connected(tls);
    } else if (tunnel.cause() instanceof Tunnel.Refused refused) {
      end(PollEnd.of(Outcome.status(refused.status()), doing, refused));
    } else {
      fail(tunnel.cause(), Reasons.Phase.CONNECTED);
    }
  }

  private void connected(SslHandler tls) {
    times.connected();
    if (tls == null) {
      opened();
    } else {
      doing = "TLS handshake with " + addresses.origin();
      tls.handshakeFuture().addListener(handshake -> step(() -> secured(handshake)));
    }
  }

  private void secured(Future<?> handshake) {
    if (handshake.isSuccess()) {
      times.secured();
      opened();
    } else {
      fail(handshake.cause(), Reasons.Phase.CONNECTED);
    }
  }

  /** A wire failed: if it is this one's socket, TLS would only say that it was closed. */
  void broke(Wire broken, Throwable failure) {
    if (broken == wire && failure instanceof IOException) {
      step(() -> fail(failure, Reasons.Phase.CONNECTED));
    }
  }

  private void opened() {
    hasEnded = true;
    owner.opened(wire);
  }

  /** Whatever throws here must fail the attempt: nobody else would. */
  private void step(Runnable step) {
    if (hasEnded) {
      return;
    }
    try {
      step.run();
    } catch (Throwable thrown) {
      loop.fault(thrown);
      end(PollEnd.of(Outcome.OTHER, doing, thrown));
    }
  }

  private void fail(Throwable failure, Reasons.Phase phase) {
    end(PollEnd.of(failure, phase, doing));
  }

  private void end(PollEnd verdict) {
    if (!hasEnded) {
      cancel();
      addresses.failed();
      owner.failed(verdict);
    }
  }

  /** Ends it and closes its socket. */
  void cancel() {
    hasEnded = true;
    if (channel != null) {
      channel.unsafe().close(channel.voidPromise());
    }
  }

  /** What it is at, for messages. */
  String doing() {
    return doing;
  }

  /** What it has come to so far. */
  Opening opening() {
    return times.opening();
  }
}
