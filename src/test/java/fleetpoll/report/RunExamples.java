package fleetpoll.report;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.record.StormSummary;
import fleetpoll.run.Event;
import fleetpoll.run.FileSteps;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunAssembly;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunSeconds;
import fleetpoll.run.RunWriter;
import fleetpoll.run.Verdict;
import fleetpoll.run.Versions;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.Share;
import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.watch.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Makes runs for tests: a function decides what each device saw, and no network is used. */
public final class RunExamples {

  /** A text that a page must show as text, never as markup. */
  public static final String HOSTILE =
      "</script><script>document.title='owned'</script>"
          + "<img src=x onerror=\"document.title='owned'\">\"'&amp;\u2028\u2029<!--";

  private static final List<String> NAMES =
      List.of("status", "bulk", "events", "Clock", "firmware-update", "log", "keys");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long MICRO = 1_000;

  private RunExamples() {}

  /** What became of a poll. */
  public record Answer(Outcome outcome, String message, long serviceMicros) {
    public static Answer ok(long serviceMicros) {
      return new Answer(Outcome.OK, null, serviceMicros);
    }

    public static Answer ko(Outcome outcome, String message) {
      return new Answer(outcome, message, 2_000);
    }
  }

  /** Answers a poll of a device of the fleet, from 0; null if the poll is missed. */
  public interface Target {
    Answer answer(int device, int endpoint, long tick);

    /** Lets the generator stand still; it does not unless it must. */
    default void stall(StallRecorder eventLoop) {}
  }

  /**
   * 3 devices for 10 s: one has no failures, one misses polls, one fails with a hostile message.
   */
  public static Run threeDevices(RunFolder folder) {
    return write(folder, threeSettings(), false, RunExamples::threeDevices);
  }

  /** The same under circumstances. */
  public static Run threeDevices(RunFolder folder, Circumstances circumstances) {
    return write(folder, threeSettings(), RunExamples::threeDevices, circumstances);
  }

  private static FleetSettings threeSettings() {
    return withIdentities(fleet(3, 10), List.of("device-0001", "device-0002", "<b>\"3\"</b>"));
  }

  private static Answer threeDevices(int device, int endpoint, long tick) {
    if (device == 1 && tick % 7 == 3) {
      return null;
    }
    if (device == 1 && tick == 5) {
      return Answer.ok(80_000);
    }
    return device == 2 && tick % 2 == 0
        ? Answer.ko(Outcome.status(503), HOSTILE)
        : Answer.ok(1_000 + 500 * endpoint + 100 * tick + 30 * device);
  }

  /** Device 7 fails every other poll of A and B, device 5 misses one, device 42 is slow. */
  public static RunFolder fiftyDevices(Path parent) {
    RunFolder folder = folder(parent, "run");
    write(folder, fleet(50, 10), false, RunExamples::fiftyDevices);
    return folder;
  }

  private static Answer fiftyDevices(int device, int endpoint, long tick) {
    if (device == 6 && tick % 2 == 0) {
      return Answer.ko(Outcome.status(503), "not today");
    }
    if (device == 4 && tick == 3) {
      return null;
    }
    return Answer.ok(device == 41 ? 90_000 : 2_000 + 10 * device);
  }

  /** The default fleet over {@code seconds}. */
  public static FleetSettings fleet(int devices, int seconds) {
    return FleetExamples.fleet(devices, Duration.ofSeconds(seconds), Duration.ofMillis(500));
  }

  public static FleetSettings withIdentities(FleetSettings settings, List<String> ids) {
    return FleetExamples.with(
        settings,
        ids.stream().map(id -> new Identity(id, Map.of())).toList(),
        settings.endpoints());
  }

  /** The same fleet with {@code count} (1 … 7) endpoints: every tick, every 2nd, 3rd, … */
  public static FleetSettings withEndpoints(FleetSettings settings, int count) {
    EndpointSettings model = settings.endpoints().get(0);
    return FleetExamples.with(
        settings,
        settings.identities(),
        IntStream.range(0, count).mapToObj(n -> endpoint(model, NAMES.get(n), n + 1)).toList());
  }

  private static EndpointSettings endpoint(EndpointSettings model, String name, int every) {
    return new EndpointSettings(
        name,
        model.method(),
        model.path(),
        model.query(),
        model.headers(),
        model.body(),
        new AnswerSettings(model.answer().statuses(), OptionalLong.empty()),
        Share.every(every));
  }

  /** Everything about a run apart from its polls. */
  public record Circumstances(
      boolean interrupted,
      List<Event> events,
      List<Sample> samples,
      Resources resources,
      Verdict verdict) {}

  /** An ordinary run with this verdict. */
  public static Circumstances judged(Verdict verdict) {
    return new Circumstances(
        false, List.of(), ResourceExamples.samples(10), ResourceExamples.RESOURCES, verdict);
  }

  /** A run without samples. */
  public static Circumstances withoutSamples() {
    return new Circumstances(
        false, List.of(), List.of(), ResourceExamples.UNKNOWN, ResourceExamples.VALID);
  }

  /** Records what {@code target} answers, for half of the ticks if interrupted, and stores it. */
  public static Run write(
      RunFolder folder, FleetSettings settings, boolean interrupted, Target target) {
    double endS = settings.ticksPerDevice() / 2 * settings.interval().toMillis() / 1e3;
    List<Event> events =
        interrupted
            ? List.of(new Event(endS, "interrupted", "The terminal was closed."))
            : List.of();
    int seconds = (int) (settings.duration().toSeconds() / (interrupted ? 2 : 1));
    return write(
        folder,
        settings,
        target,
        new Circumstances(
            interrupted,
            events,
            ResourceExamples.samples(seconds),
            ResourceExamples.RESOURCES,
            ResourceExamples.VALID));
  }

  /** The same under circumstances. */
  public static Run write(
      RunFolder folder, FleetSettings settings, Target target, Circumstances circumstances) {
    FleetRecorder fleet = new FleetRecorder(settings);
    StallRecorder eventLoop = fleet.eventLoop();
    target.stall(eventLoop);
    fleet.devices().forEach(device -> device.livesOn(eventLoop));
    long ticks = settings.ticksPerDevice() / (circumstances.interrupted() ? 2 : 1);
    for (int device = 0; device < settings.ownDevices(); device++) {
      poll(fleet, device, settings, ticks, target);
    }
    RunSeconds seconds = new RunSeconds(settings, fleet, fleet::windowEndNanos);
    seconds.add(circumstances.samples());
    RunWriter writer = new RunWriter(folder, settings, fleet, seconds);
    Run run =
        new Run(
            Run.SCHEMA_VERSION,
            Run.State.ENDED,
            null,
            "devicepollsimulation-20260101000000000",
            null,
            START,
            START.plus(settings.interval().multipliedBy(ticks)),
            new Run.Overtime(0, 0),
            new Run.Due(Plan.of(settings).polls(), fleet.ticks()),
            circumstances.interrupted(),
            "http://127.0.0.1:8000",
            null,
            new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of())
                .withServer(List.of("Python 3.11.2", "falcon 4.4.0")),
            settings.inForce(),
            settings.deviceIds(),
            fleet.bins().widthNanos() / 1e9,
            null,
            RunAssembly.totals(settings, fleet),
            null,
            circumstances.events(),
            RunAssembly.storms(fleet, Long.MAX_VALUE),
            RunAssembly.silence(settings, fleet),
            null,
            circumstances.resources(),
            circumstances.verdict(),
            List.of(),
            null);
    FileSteps steps = new FileSteps(List.of());
    return writer.write(run, steps);
  }

  private static void poll(
      FleetRecorder fleet, int place, FleetSettings settings, long ticks, Target target) {
    DeviceRecorder device = fleet.device(place);
    int index = settings.shard().number(place);
    device.warmedUp(0, opened(index));
    List<StormSummary> storms = fleet.storms();
    int struck = 0;
    while (device.cursor().hasNext() && device.cursor().next() < ticks) {
      long tick = device.cursor().take(device.cursor().nextDueNanos());
      long ready = device.dueNanos(tick);
      if (struck < storms.size() && ready >= storms.get(struck).atNanos()) {
        device.struckBy(struck++);
      }
      for (int endpoint = 0; endpoint < settings.endpoints().size(); endpoint++) {
        if (device.isDue(endpoint, tick)) {
          Answer answer = target.answer(index, endpoint, tick);
          if (answer == null) {
            device.missed(endpoint, tick, MissedCause.BUSY);
          } else {
            ready = record(device, index, endpoint, tick, ready, answer);
          }
        }
      }
    }
    device.leave(device.dueNanos(device.cursor().next()));
  }

  /** A connection opened: by a warm-up, and by every poll that fails. */
  private static Opening opened(int more) {
    return new Opening(1, 0, (110 + more % 50) * MICRO, 0, 0);
  }

  private static long record(
      DeviceRecorder device, int index, int endpoint, long tick, long ready, Answer answer) {
    long sent = ready + 50 * MICRO;
    long end = sent + answer.serviceMicros() * MICRO;
    long bytes = answer.outcome().isOk() ? (endpoint == 0 ? 100 : 204_800) : 0;
    device.record(
        new Poll(
            endpoint,
            device.dueNanos(tick),
            ready,
            sent,
            end,
            bytes,
            bytes + 60,
            answer.outcome().isOk() ? Opening.NONE : opened(2 * index),
            answer.outcome(),
            answer.message()));
    return end;
  }

  /** A folder in {@code parent}. */
  public static RunFolder folder(Path parent, String name) {
    return new RunFolder(parent.resolve(name));
  }
}
