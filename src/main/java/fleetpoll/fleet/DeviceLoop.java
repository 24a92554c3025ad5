package fleetpoll.fleet;

import fleetpoll.http.Deadlines;
import fleetpoll.http.KnownHeads;
import fleetpoll.http.Loop;
import fleetpoll.http.LoopSockets;
import fleetpoll.http.Rehearsal;
import fleetpoll.settings.body.PollValue;
import fleetpoll.stall.StallRecorder;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The devices of one event loop and what they share: clock, timer, sockets, deadlines. Every method
 * except {@link #eventLoop()} and {@link #crew()} runs on that event loop.
 */
final class DeviceLoop {

  /** Reads an answer of 200 KB in four parts; all sockets share it, so its size costs little. */
  private static final int RECEIVE_BUFFER_BYTES = 64 * 1024;

  private static final int LONGEST_REHEARSAL_MILLIS = 500;

  private final Fleet fleet;
  private final EventLoop eventLoop;
  private final FleetIncidents incidents;
  private final Deadlines deadlines = new Deadlines();
  private final LoopSockets sockets;
  private final Alarms alarms;
  private final StallRecorder stalls;
  private final AnswerDates dates;
  private final Heartbeat heartbeat;
  private final Departures departures = new Departures();
  private final List<Device> devices = new ArrayList<>();
  private int present;
  private FleetClock clock;

  DeviceLoop(Fleet fleet, EventLoop eventLoop, FleetIncidents incidents) {
    this.fleet = fleet;
    this.eventLoop = eventLoop;
    this.incidents = incidents;
    this.sockets = new LoopSockets(eventLoop, RECEIVE_BUFFER_BYTES);
    this.alarms = new Alarms(this::nowNanos, this::ringAt);
    this.stalls = fleet.recorder().eventLoop();
    this.dates =
        new AnswerDates(fleet.recorder().start().serverClock().orElse(null), this::nowNanos);
    this.heartbeat = new Heartbeat(stalls, deadlines, incidents, this::nowNanos, this::beatAt);
  }

  /**
   * Encodes the requests of these virtual users' devices, and loads what a poll needs.
   *
   * @param ready called once, when the devices can start
   */
  void prepare(List<VirtualUser> users, Runnable ready) {
    Loop http = http();
    DeviceFactory factory = new DeviceFactory(fleet, this, http);
    users.forEach(user -> devices.add(factory.device(user)));
    Runnable once = onlyOnce(ready);
    eventLoop.schedule(once, LONGEST_REHEARSAL_MILLIS, TimeUnit.MILLISECONDS);
    Rehearsal.runOn(http, once);
  }

  private Loop http() {
    return new Loop(
        eventLoop,
        this::nowNanos,
        sockets,
        fleet.engine().lookUps(),
        fleet.engine().tls(),
        fleet.engine().limits(),
        new KnownHeads(),
        deadlines,
        incidents);
  }

  private static Runnable onlyOnce(Runnable task) {
    AtomicBoolean hasRun = new AtomicBoolean();
    return () -> {
      if (hasRun.compareAndSet(false, true)) {
        task.run();
      }
    };
  }

  /** Starts all devices on the fleet's clock. */
  void start(FleetClock fleetClock) {
    clock = fleetClock;
    present = devices.size();
    List<Long> storms = fleet.schedule().storms().atNanos();
    IntStream.range(0, storms.size())
        .forEach(n -> after(storms.get(n), () -> allAwake(device -> device.strike(n))));
    heartbeat.begin();
    all(Device::start);
  }

  /** None has an alarm then; taking back thousands, one by one, would stop the event loop. */
  private void allAwake(Consumer<Device> action) {
    alarms.clear();
    all(action);
  }

  private void all(Consumer<Device> action) {
    devices.forEach(device -> incidents.guard(() -> action.accept(device)));
  }

  private void after(long atNanos, Runnable task) {
    eventLoop.schedule(task, Math.max(0, atNanos - nowNanos()), TimeUnit.NANOSECONDS);
  }

  private void ringAt(long atNanos) {
    after(atNanos, new Ring(alarms, atNanos));
  }

  /** Most wake-ups are one of these: C1 makes an object of a class faster than a lambda. */
  private record Ring(Alarms alarms, long atNanos) implements Runnable {

    @Override
    public void run() {
      alarms.ring(atNanos);
    }
  }

  private void beatAt(long atNanos) {
    after(atNanos, this::beat);
  }

  private void beat() {
    heartbeat.beat();
    departures.some();
  }

  void interrupt() {
    allAwake(Device::interrupt);
  }

  /** Makes every device leave that has not left. */
  void abandon() {
    allAwake(Device::abandon);
  }

  /**
   * Called when one of the devices has left.
   *
   * @param departure what it still has to do, which can wait
   */
  void left(Runnable departure) {
    departures.add(departure);
    boolean isLast = --present == 0;
    if (isLast) {
      incidents.guard(heartbeat::end);
    }
    fleet.left(nowNanos());
    if (isLast) {
      departures.all();
    }
  }

  long nowNanos() {
    return clock == null ? 0 : clock.nowNanos();
  }

  /** Now, as one of its devices acts. */
  long awakeNanos() {
    long now = nowNanos();
    stalls.awake(now);
    return now;
  }

  StallRecorder stalls() {
    return stalls;
  }

  AnswerDates dates() {
    return dates;
  }

  /** The poll that a device is about to send. */
  PollValue.Moment moment(int device, Itinerary itinerary) {
    long tick = itinerary.tick();
    return new PollValue.Moment(
        epochMillis(nowNanos()),
        tick,
        fleet.schedule().randomOfPoll(device, itinerary.endpoint(), tick));
  }

  long epochMillis(long nanos) {
    return clock.epochMillis(nanos);
  }

  /** May be called from any thread after {@link #prepare}. */
  Crew crew() {
    return new Crew(devices.stream().map(Device::index).toList(), eventLoop);
  }

  EventLoop eventLoop() {
    return eventLoop;
  }

  Alarms alarms() {
    return alarms;
  }

  FleetIncidents incidents() {
    return incidents;
  }

  Fleet fleet() {
    return fleet;
  }
}
