package fleetpoll.fleet;

import fleetpoll.record.FleetRecorder;
import fleetpoll.schedule.FleetSchedule;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Happening;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The devices of a run together: they start on one clock when all virtual users have arrived, and
 * are interrupted together. Safe for concurrent use.
 */
public final class Fleet {

  private final FleetSettings settings;
  private final Engine engine;
  private final FleetSchedule schedule;
  private final Appointment appointment;
  private final FleetRecorder recorder;
  private final List<PollTemplate> templates;
  private final Optional<LoginTemplate> login;
  private final List<Companion> companions;
  private final FleetIncidents incidents;
  private final List<VirtualUser> users = new ArrayList<>();
  private final AtomicLong endNanos = new AtomicLong();
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger unprepared = new AtomicInteger();
  private List<DeviceLoop> loops = List.of();
  private FleetClock clock;
  private Long interruptedNanos;

  /** A fleet without virtual users yet. */
  public Fleet(FleetSettings settings, Engine engine, Companion... companions) {
    this.settings = settings;
    this.engine = engine;
    this.companions = List.of(companions);
    this.incidents = new FleetIncidents(() -> this.companions.forEach(Companion::outOfMemory));
    this.schedule = new FleetSchedule(settings);
    this.appointment = Appointment.of(settings);
    this.recorder = new FleetRecorder(settings);
    this.templates =
        settings.endpoints().stream().map(e -> PollTemplate.of(e, settings, engine)).toList();
    this.login = LoginTemplate.of(settings, engine);
  }

  /** The settings of the fleet. */
  public FleetSettings settings() {
    return settings;
  }

  /** When each device is due. */
  public FleetSchedule schedule() {
    return schedule;
  }

  /** The record of the polls. */
  public FleetRecorder recorder() {
    return recorder;
  }

  /** What happened apart from the polls; complete after the devices have left. */
  public List<Happening> happenings() {
    return Stream.of(
            incidents.happenings(endNanos()), StallHappenings.of(Stalls.of(recorder.eventLoops())))
        .flatMap(List::stream)
        .toList();
  }

  Engine engine() {
    return engine;
  }

  List<PollTemplate> templates() {
    return templates;
  }

  Optional<LoginTemplate> login() {
    return login;
  }

  long timeoutNanos() {
    return settings.timeout().toNanos();
  }

  /** Registers a virtual user, or throws. After the last one the devices are prepared and start. */
  public synchronized void arrive(VirtualUser user) {
    if (interruptedNanos != null) {
      user.goOn();
      return;
    }
    users.add(user);
    if (users.size() == settings.ownDevices()) {
      allOrNone(this::prepare);
    }
  }

  private void prepare() {
    List<EventLoop> available = users.stream().map(VirtualUser::eventLoop).distinct().toList();
    int count = Math.min(available.size(), Plan.of(settings).eventLoops());
    loops = available.stream().limit(count).map(e -> new DeviceLoop(this, e, incidents)).toList();
    unprepared.set(count);
    for (int i = 0; i < count; i++) {
      List<VirtualUser> own =
          IntStream.iterate(i, u -> u < users.size(), u -> u + count).mapToObj(users::get).toList();
      onLoop(loops.get(i), loop -> allOrNone(() -> loop.prepare(own, this::prepared)));
    }
  }

  private void allOrNone(Runnable preparation) {
    try {
      preparation.run();
    } catch (RuntimeException | Error thrown) {
      lacks(thrown);
    }
  }

  /** A virtual user cannot be a device, and without all devices the fleet does not start. */
  public void lacks(Throwable thrown) {
    incidents.fault(thrown);
    interrupt();
  }

  private void prepared() {
    if (unprepared.decrementAndGet() == 0) {
      appointment.await(loops.get(0).eventLoop(), () -> incidents.guard(this::start));
    }
  }

  private synchronized void start() {
    if (interruptedNanos != null) {
      return;
    }
    Moment now = Moment.now();
    if (appointment.origin().isPresent()) {
      // Not earlier: whoever was ready in time may have been stopped while it waited.
      recorder.start().readyAfter(appointment.lateNanos(now.instant()));
    }
    clock = appointment.clock(now);
    FleetClock started = clock;
    companions.forEach(c -> incidents.guard(() -> c.begin(started, recorder, schedule.endNanos())));
    loops.forEach(loop -> onLoop(loop, l -> l.start(started)));
  }

  private void onLoop(DeviceLoop loop, Consumer<DeviceLoop> task) {
    try {
      loop.eventLoop().execute(() -> incidents.guard(() -> task.accept(loop)));
    } catch (RejectedExecutionException theRunIsOver) {
      return;
    }
  }

  /** Interrupts every device, which then ends in order. A second call changes nothing. */
  public synchronized void interrupt() {
    if (interruptedNanos != null || left.get() == settings.ownDevices()) {
      return;
    }
    interruptedNanos = clock == null ? 0 : clock.nowNanos();
    if (clock == null) {
      users.forEach(user -> incidents.guard(user::goOn));
    } else {
      loops.forEach(loop -> onLoop(loop, DeviceLoop::interrupt));
    }
  }

  /** Makes every device leave that has not left, whatever it is doing. */
  public synchronized void abandon() {
    loops.forEach(loop -> onLoop(loop, DeviceLoop::abandon));
  }

  /** Called when a device has left; after the last one the companion finishes. */
  void left(long nowNanos) {
    endNanos.accumulateAndGet(nowNanos, Math::max);
    if (left.incrementAndGet() == settings.ownDevices()) {
      companions.forEach(companion -> incidents.guard(companion::finish));
    }
  }

  /** How many devices have left. */
  public int leftCount() {
    return left.get();
  }

  /** When the last device left, on the fleet's clock. */
  public long endNanos() {
    return endNanos.get();
  }

  /** When the run was interrupted, on the fleet's clock. */
  public synchronized Optional<Long> interruptedNanos() {
    return Optional.ofNullable(interruptedNanos);
  }

  /** Which device is on which event loop; to be called when the fleet has started. */
  public synchronized List<Crew> crews() {
    return loops.stream().map(DeviceLoop::crew).toList();
  }

  /** The clock; empty before all virtual users have arrived. */
  public synchronized Optional<FleetClock> clock() {
    return Optional.ofNullable(clock);
  }
}
