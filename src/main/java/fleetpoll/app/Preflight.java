package fleetpoll.app;

import fleetpoll.fleet.Engine;
import fleetpoll.http.Deadlines;
import fleetpoll.http.Knock;
import fleetpoll.http.KnownHeads;
import fleetpoll.http.Loop;
import fleetpoll.http.LoopSockets;
import fleetpoll.record.Outcome;
import fleetpoll.report.Durations;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.TargetSettings;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Opens a connection, before the load, to a server that already runs, from each local address that
 * the devices will use. It tries again for a while: the server may just be starting.
 */
final class Preflight implements Loop.Incidents {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int READ_BYTES = 1 << 12;

  private final FleetSettings settings;
  private final Engine engine;
  private final long deadlineNanos;

  private Preflight(FleetSettings settings, Engine engine, Duration limit) {
    this.settings = settings;
    this.engine = engine;
    this.deadlineNanos = System.nanoTime() + limit.toNanos();
  }

  /** Why the server cannot be polled, as a sentence; empty if it can, or if nobody asks. */
  static Optional<String> obstacle(FleetSettings settings) {
    if (settings.preflight().isEmpty()
        || !(settings.target() instanceof TargetSettings.Running running)) {
      return Optional.empty();
    }
    Duration limit = settings.preflight().get();
    return new Preflight(settings, DeviceHttp.engine(settings, running.uri()), limit)
        .refusal()
        .map(
            refusal ->
                "%s accepts no connection within %s (preflight): %s, %s."
                    .formatted(
                        settings.shownTarget(),
                        Durations.exact(limit),
                        refusal.reason().text(),
                        settings.masks().withoutValues(refusal.what())));
  }

  private Optional<Knock.Refusal> refusal() {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    try {
      Loop loop = loop(group.next());
      Optional<Knock.Refusal> refusal = Optional.empty();
      for (InetAddress local : localAddresses()) {
        refusal = refusal.isPresent() ? refusal : refusal(loop, local);
      }
      return refusal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The preflight was interrupted.", e);
    } finally {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
  }

  /** From one local address; null: the system's choice. */
  private Optional<Knock.Refusal> refusal(Loop loop, InetAddress local)
      throws InterruptedException {
    Knock knock = new Knock(loop, engine.origin(), local);
    long start = System.nanoTime();
    Optional<Knock.Refusal> refusal = once(loop, knock, patienceNanos());
    long longestNanos = Math.max(PAUSE_NANOS, System.nanoTime() - start);
    while (refusal.isPresent() && leftNanos() > PAUSE_NANOS) {
      TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
      long nanos = patienceNanos();
      start = System.nanoTime();
      refusal = telling(refusal, once(loop, knock, nanos), nanos < longestNanos);
      longestNanos = Math.max(longestNanos, System.nanoTime() - start);
    }
    return refusal;
  }

  /**
   * Why the server cannot be polled, after a further attempt: that too little time was left for it
   * says less than why the others failed.
   *
   * @param isCut whether it had less time than one before it took
   */
  static Optional<Knock.Refusal> telling(
      Optional<Knock.Refusal> before, Optional<Knock.Refusal> last, boolean isCut) {
    boolean isTimeout = last.filter(r -> r.reason().equals(Outcome.TIMEOUT)).isPresent();
    return isTimeout && isCut ? before : last;
  }

  private long patienceNanos() {
    return Math.min(leftNanos(), settings.timeout().toNanos());
  }

  private Optional<Knock.Refusal> once(Loop loop, Knock knock, long nanos)
      throws InterruptedException {
    CompletableFuture<Optional<Knock.Refusal>> attempt =
        CompletableFuture.supplyAsync(knock::once, loop.executor())
            .thenCompose(Function.identity());
    try {
      return attempt.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      loop.executor().execute(knock::giveUp);
      return attempt.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The preflight failed: " + e.getCause(), e);
    }
  }

  private long leftNanos() {
    return deadlineNanos - System.nanoTime();
  }

  private List<InetAddress> localAddresses() {
    return settings.localAddresses().isEmpty()
        ? Collections.singletonList(null)
        : settings.localAddresses();
  }

  @Override
  public void surplus() {}

  /** The attempt fails by it, too. */
  @Override
  public void fault(Throwable thrown) {}

  private Loop loop(EventLoop eventLoop) {
    return new Loop(
        eventLoop,
        System::nanoTime,
        new LoopSockets(eventLoop, READ_BYTES),
        engine.lookUps(),
        engine.tls(),
        engine.limits(),
        new KnownHeads(),
        new Deadlines(),
        this);
  }
}
