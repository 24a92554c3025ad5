package fleetpoll.http;

import fleetpoll.http.link.Link;
import fleetpoll.http.tls.Tls;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Devices on a real event loop, whose sockets are counted. */
final class LoopRig implements Loop.Incidents, AutoCloseable {

  private static final AnswerLimits LIMITS = new AnswerLimits(4096, 8192, 1 << 20);
  private static final int READ_BYTES = 1 << 16;
  private static final int CHECK_MILLIS = 5;
  private static final int PATIENCE_SECONDS = 20;

  final List<Throwable> faults = new ArrayList<>();
  int surplus;
  int mostOpen;
  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop eventLoop;
  private final List<Channel> channels = new ArrayList<>();
  private final Loop loop;

  LoopRig(IoHandlerFactory transport, Optional<Tls> tls) {
    group = new MultiThreadIoEventLoopGroup(1, transport);
    eventLoop = group.next();
    LoopSockets sockets = new LoopSockets(eventLoop, READ_BYTES);
    Deadlines deadlines = new Deadlines();
    loop =
        new Loop(
            eventLoop,
            System::nanoTime,
            toLocal -> counted(sockets.open(toLocal)),
            LookUps.bySystem(2),
            tls,
            LIMITS,
            new KnownHeads(),
            deadlines,
            this);
    eventLoop.scheduleAtFixedRate(
        () -> deadlines.check(System.nanoTime()),
        CHECK_MILLIS,
        CHECK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  private Channel counted(Channel channel) {
    channels.removeIf(other -> !other.isOpen());
    channels.add(channel);
    mostOpen = Math.max(mostOpen, channels.size());
    return channel;
  }

  Connection device() {
    return device(Habits.PLAIN);
  }

  Connection device(Habits habits) {
    return new Connection(loop, 0, null, habits);
  }

  Connection device(InetAddress local) {
    return new Connection(loop, 0, local, Habits.PLAIN);
  }

  /** One of several. */
  Connection device(int index) {
    return new Connection(loop, index, null, Habits.PLAIN);
  }

  /** Does something while the event loop stands still. */
  void standStill(OddServer.Step step) throws IOException {
    CountDownLatch stands = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    eventLoop.execute(
        () -> {
          stands.countDown();
          waitFor(end);
        });
    waitFor(stands);
    try {
      step.run();
    } finally {
      end.countDown();
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes the device's connection. */
  void drop(Connection device) {
    await(CompletableFuture.runAsync(device::drop, eventLoop));
  }

  Connection device(Link link) {
    return new Connection(loop.over(link), 0, null, Habits.PLAIN);
  }

  /** Opens a connection and closes it. */
  Optional<Knock.Refusal> knock(Origin origin) {
    Knock knock = new Knock(loop, origin, null);
    return await(
        CompletableFuture.supplyAsync(knock::once, eventLoop).thenCompose(Function.identity()));
  }

  static Request get(Origin origin) {
    return new RequestTemplate(
            origin, "", "GET", "/", Map.of(), Map.of(), Optional.empty(), Set.of())
        .fill(Map.of(), new RequestStore(1 << 10));
  }

  CompletableFuture<Result> send(
      Connection device, Request request, Expectation expectation, long timeoutMillis) {
    CompletableFuture<Result> result = new CompletableFuture<>();
    eventLoop.execute(
        () ->
            device.send(
                request,
                expectation,
                TimeUnit.MILLISECONDS.toNanos(timeoutMillis),
                result::complete));
    return result;
  }

  Result poll(Connection device, Origin origin, long timeoutMillis) {
    return await(send(device, get(origin), Rig.ok(), timeoutMillis));
  }

  static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits until the device has noticed that its server is gone. */
  void awaitClosed(Connection device) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    look(device, closed);
    await(closed);
  }

  private void look(Connection device, CompletableFuture<Void> closed) {
    eventLoop.execute(
        () -> {
          if (!device.isOpen()) {
            closed.complete(null);
          } else if (!closed.isDone()) {
            look(device, closed);
          }
        });
  }

  @Override
  public void surplus() {
    surplus++;
  }

  @Override
  public void fault(Throwable thrown) {
    faults.add(thrown);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }
}
