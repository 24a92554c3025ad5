package fleetpoll.http;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
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
  private final Addresses addresses;
  private final InetAddress local;
  private final Wire wire;
  private final Owner owner;
  private volatile boolean hasEnded;
  private String doing;
  private Channel channel;
  private long beginNanos;
  private long lookUpNanos;
  private long connectNanos;
  private long tlsNanos;
  private boolean isConnected;
  private boolean isSecured;

  /**
   * @param local the address to connect from; null: the system's choice
   * @param wire the new connection's end
   */
  Attempt(Loop loop, Addresses addresses, InetAddress local, Wire wire, Owner owner) {
    this.loop = loop;
    this.addresses = addresses;
    this.local = local;
    this.wire = wire;
    this.owner = owner;
    this.doing = "looking up " + addresses.origin().host();
  }

  void start() {
    beginNanos = loop.nowNanos();
    step(
        () -> {
          InetAddress address = addresses.current();
          if (address == null) {
            loop.lookUps().start(addresses.origin().host(), this);
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
                    lookUpNanos = lap();
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
    doing = "connecting to " + address.getHostAddress() + ":" + origin.port();
    if (origin.tls() && loop.tls().isEmpty()) {
      throw new IllegalStateException("no TLS is set up");
    }
    try {
      channel = loop.sockets().open(local != null);
    } catch (RuntimeException e) {
      fail(e, Reasons.Phase.OPENING);
      return;
    }
    SslHandler tls = origin.tls() ? loop.tls().get().newHandler(channel.alloc(), origin) : null;
    if (tls != null) {
      channel.pipeline().addLast(tls);
    }
    channel.pipeline().addLast(wire);
    channel
        .connect(
            new InetSocketAddress(address, origin.port()),
            local == null ? null : new InetSocketAddress(local, 0))
        .addListener((ChannelFuture connect) -> step(() -> connected(connect, tls)));
  }

  private void connected(ChannelFuture connect, SslHandler tls) {
    if (!connect.isSuccess()) {
      fail(connect.cause(), Reasons.Phase.CONNECTING);
      return;
    }
    connectNanos = lap();
    isConnected = true;
    if (tls == null) {
      opened();
    } else {
      doing = "TLS handshake with " + addresses.origin();
      tls.handshakeFuture().addListener(handshake -> step(() -> secured(handshake)));
    }
  }

  private void secured(Future<?> handshake) {
    if (handshake.isSuccess()) {
      tlsNanos = lap();
      isSecured = true;
      opened();
    } else {
      fail(handshake.cause(), Reasons.Phase.CONNECTED);
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
      end(new PollEnd(Outcome.OTHER, doing + ": " + PollEnd.text(thrown)));
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

  private long lap() {
    long now = loop.nowNanos();
    long lap = now - beginNanos;
    beginNanos = now;
    return lap;
  }

  /** What it is at, for messages. */
  String doing() {
    return doing;
  }

  /** What it has come to so far. */
  Opening opening() {
    return new Opening(isConnected ? 1 : 0, lookUpNanos, connectNanos, isSecured ? 1 : 0, tlsNanos);
  }
}
