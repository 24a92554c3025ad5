package fleetpoll.report;

import fleetpoll.figure.Unit;
import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.StallRecorder;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fleet with everything that the page is made to show: one sick device, one sick minute, a herd
 * of devices that wait together, and a server that is restarted. It is the same each time.
 */
public final class SickFleet implements RunExamples.Target {

  private static final long SECOND = 1_000_000_000;

  private static final long STALL_MS = 240;

  private static final Resources RESOURCES =
      new Resources(
          "process 4711, gunicorn, and those below it",
          null,
          true,
          new Usage(0.62, 1.31, 141_000_000L, 188_000_000L, null, null, null, 14, 531L, null, null),
          new Usage(
              0.38,
              0.71,
              242_000_000L,
              261_000_000L,
              112_000_000L,
              412.0,
              9.0,
              23,
              548L,
              240.0,
              240.0),
          new Usage(
              1.1, 1.96, 1_900_000_000L, 2_100_000_000L, null, null, null, null, null, null, null),
          100.0,
          0.56,
          376.0);

  /** The verdict on the fleet of 500 over 10 minutes. */
  static final Verdict VERDICT =
      new Verdict(
          Judgement.FAIL,
          "The generator was good enough, and 1 of 3 service levels was not met.",
          List.of(
              check("validity.lateness", "p99 of the lateness", 50, 0.05, Unit.MILLIS),
              check("validity.missed", "polls missed by the generator", 0.1, 0, Unit.PERCENT),
              check("validity.cpu", "CPU of the generator, of the machine", 80, 19, Unit.PERCENT)),
          List.of(
              new Check(
                  "slo.success",
                  "polls answered as expected",
                  true,
                  99.9,
                  99.2269,
                  Unit.PERCENT,
                  Status.FAIL),
              check("slo.a.p99", "p99 of A's service time", 50, 32.8, Unit.MILLIS),
              check("slo.server.cpu", "mean CPU of the server", 1.5, 0.62, Unit.CORES)));

  private static Check check(String key, String text, double limit, double measured, Unit unit) {
    return new Check(key, text, false, limit, measured, unit, Status.PASS);
  }

  private final Random random = new Random(1);
  private final double intervalS;
  private final double endS;
  private final int sick;

  private SickFleet(FleetSettings settings) {
    this.intervalS = settings.interval().toMillis() / 1e3;
    this.endS = settings.duration().toSeconds();
    this.sick = settings.ownDevices() * 2 / 7;
  }

  public static Run write(RunFolder folder, FleetSettings settings, Verdict verdict) {
    SickFleet fleet = new SickFleet(settings);
    List<Event> events =
        List.of(
            new Event(
                0.2 * fleet.endS, "stall", "The generator stood still for 240 ms (event loop 1)."),
            new Event(0.8 * fleet.endS, "server gone", "Process 4711 ended."),
            new Event(0.81 * fleet.endS, "server back", "Process 4805 listens on port 8000."));
    return RunExamples.write(
        folder,
        settings,
        fleet,
        new Circumstances(false, events, fleet.samples(), RESOURCES, verdict));
  }

  @Override
  public Answer answer(int device, int endpoint, long tick) {
    double part = tick * intervalS / endS;
    double usual = (endpoint == 0 ? 900 : 3_200) * Math.exp(0.35 * random.nextGaussian());
    if (part >= 0.8 && part < 0.81) {
      return random.nextInt(4) == 0
          ? null
          : Answer.ko(Outcome.REFUSED, "Connection refused: /127.0.0.1:8000");
    }
    if (device == sick) {
      return random.nextInt(9) == 0
          ? Answer.ko(Outcome.status(503), "expected 200, got 503")
          : Answer.ok((long) (usual * 120));
    }
    if (part >= 0.35 && part < 0.45) {
      usual *= 6 + 18 * Math.sin((part - 0.35) * 31.4);
    }
    if (part >= 0.62 && part < 0.64 && device % 7 < 2) {
      return tick % 3 == 0 ? null : Answer.ok((long) (usual * 250));
    }
    return Answer.ok((long) usual);
  }

  @Override
  public void stall(StallRecorder eventLoop) {
    long begin = (long) (0.2 * endS * SECOND);
    eventLoop.begin(begin);
    eventLoop.beat(eventLoop.dueNanos() + STALL_MS * 1_000_000);
    eventLoop.end(begin + SECOND);
  }

  private List<Sample> samples() {
    return IntStream.rangeClosed(-5, (int) endS)
        .boxed()
        .flatMap(t -> Stream.of(server(t), generator(t), host(t)))
        .toList();
  }

  private Sample server(int t) {
    double part = t / endS;
    boolean gone = part >= 0.8 && part < 0.81;
    double cpu = 0.45 + 0.05 * random.nextGaussian() + (part > 0.35 && part < 0.45 ? 0.7 : 0);
    long rss = 92_000_000L + (long) (96_000_000 * Math.max(0, part < 0.8 ? part : part - 0.8));
    return sample(t, Source.TARGET, gone ? null : cpu, gone ? null : rss);
  }

  private Sample generator(int t) {
    return sample(t, Source.GENERATOR, 0.36 + 0.04 * random.nextGaussian(), 240_000_000L);
  }

  private Sample host(int t) {
    boolean busy = t / endS > 0.35 && t / endS < 0.45;
    return sample(t, Source.HOST, (busy ? 1.7 : 1) + 0.06 * random.nextGaussian(), 1_900_000_000L);
  }

  private static Sample sample(int t, Source source, Double cpu, Long rss) {
    return new Sample(t * SECOND, source, cpu, rss, null, null, null, null, null, null, null, null);
  }
}
