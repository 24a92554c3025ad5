package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.AnswerLimits;
import fleetpoll.http.Habits;
import fleetpoll.http.LookUps;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fleet of virtual users on an event loop of their own, which count what they hear. */
public final class Players implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  /** What a test lets break. */
  public static class Conduct {
    void requested() {}

    void flushed() {}

    void wentOn(int device) {}

    RequestLog log(RequestLog log) {
      return log;
    }
  }

  final AtomicInteger ok = new AtomicInteger();
  final AtomicInteger ko = new AtomicInteger();
  final AtomicInteger flushes = new AtomicInteger();
  final CountDownLatch firstRequest = new CountDownLatch(1);
  final int[] goneOn;
  private final CountDownLatch gone;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final Conduct conduct;
  private final Fleet fleet;

  /** A fleet with properties {@code key=value}, whose virtual users have yet to arrive. */
  public Players(Conduct conduct, URI target, String[] properties, Companion... companions) {
    FleetSettings settings =
        SettingsLoader.load(
            Stream.of(properties)
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
            Path.of(""));
    this.conduct = conduct;
    this.goneOn = new int[settings.ownDevices()];
    this.gone = new CountDownLatch(settings.ownDevices());
    Engine engine =
        new Engine(
            target,
            Optional.empty(),
            "players",
            LookUps.bySystem(1),
            Optional.empty(),
            new AnswerLimits(4_096, 65_536, 0),
            check -> (body, charset, shown) -> null,
            paths -> (body, charset, found) -> null,
            Habits.PLAIN);
    this.fleet = new Fleet(settings, engine, companions);
  }

  public Fleet fleet() {
    return fleet;
  }

  /** All virtual users. */
  public Players arrive() {
    return arrive(0, goneOn.length);
  }

  Players arrive(int from, int to) {
    IntStream.range(from, to).forEach(device -> fleet.arrive(new User(device)));
    return this;
  }

  /** Waits until each virtual user has gone on, and looks whether one has done so twice. */
  public Players awaitGone() throws InterruptedException {
    assertThat(gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(goneOn).containsOnly(1);
    return this;
  }

  /** Waits until a request has been answered. */
  public Players awaitFirstRequest() throws InterruptedException {
    assertThat(firstRequest.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return this;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class User implements VirtualUser, RequestLog {

    private final int device;

    private User(int device) {
      this.device = device;
    }

    @Override
    public int device() {
      return device;
    }

    @Override
    public EventLoop eventLoop() {
      return group.next();
    }

    @Override
    public RequestLog log(EventLoop deviceLoop) {
      return conduct.log(this);
    }

    @Override
    public void goOn() {
      synchronized (goneOn) {
        goneOn[device]++;
      }
      gone.countDown();
      conduct.wentOn(device);
    }

    @Override
    public void ended(
        String name, long startMillis, long endMillis, boolean isOk, int status, String message) {
      (isOk ? ok : ko).incrementAndGet();
      firstRequest.countDown();
      conduct.requested();
    }

    @Override
    public void flush() {
      flushes.incrementAndGet();
      conduct.flushed();
    }
  }
}
