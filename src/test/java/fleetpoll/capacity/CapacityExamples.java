package fleetpoll.capacity;

import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Finding;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.capacity.search.Goal;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.config.Parameter;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Searches for tests, without a run: a server of one core that carries a number of devices. */
public final class CapacityExamples {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long MINUTE_SECONDS = 60;
  private static final double ENOUGH = 99.9;
  private static final double SLOW_MS = 50;

  private CapacityExamples() {}

  /** Between 357 and 375 devices of one server, with all that a search meets. */
  public static Capacity found() {
    return of(new Search("falcon", 365).all(50, 100, 200, 400, 283, 336, 375, 357, 375, 357));
  }

  /** Three servers in turns: one carries less than another, and one is unfinished. */
  public static Capacity threeServers() {
    Search falcon = new Search("falcon", 365);
    Search channels = new Search("channels", 118);
    Search daphne = new Search("<b>|*1*</b>", 370);
    List<CapacityTrial> trials = new ArrayList<>();
    int[] sizes = {50, 100, 200, 400, 283, 336, 375, 357, 375, 357};
    int[] fewer = {50, 100, 200, 141, 119, 109, 114, 119};
    for (int i = 0; i < sizes.length; i++) {
      trials.add(falcon.trial(trials.size() + 1, sizes[i]));
      if (i < fewer.length) {
        trials.add(channels.trial(trials.size() + 1, fewer[i]));
      }
      if (i < 4) {
        trials.add(daphne.trial(trials.size() + 1, sizes[i]));
      }
    }
    return capacity(
        List.of(
            finding("falcon", Reason.FOUND, 357, 375),
            finding("channels", Reason.FOUND, 114, 119),
            finding("<b>|*1*</b>", Reason.UNFINISHED, 200, 400)),
        trials);
  }

  /** The generator was the limit at 800 devices and more. */
  public static Capacity ofGenerator() {
    Search search = new Search("falcon", 10_000);
    List<CapacityTrial> trials = new ArrayList<>(search.all(50, 100, 200, 400));
    trials.add(search.generator(5, 800));
    trials.add(search.generator(6, 566));
    return capacity(List.of(finding("falcon", Reason.GENERATOR, 400, null)), trials);
  }

  /** Nothing was tried yet. */
  public static Capacity empty() {
    return capacity(List.of(finding("falcon", Reason.UNFINISHED, null, null)), List.of());
  }

  /** A capacity of these trials of {@code falcon} with the ordinary answer. */
  public static Capacity of(List<CapacityTrial> trials) {
    return capacity(List.of(finding("falcon", Reason.FOUND, 357, 375)), trials);
  }

  /** A capacity with these findings and trials. */
  public static Capacity capacity(List<TargetFinding> findings, List<CapacityTrial> trials) {
    return new Capacity(
        Capacity.SCHEMA_VERSION,
        "capacity-20260101000000000",
        START,
        START.plusSeconds(MINUTE_SECONDS * trials.size()),
        48.0 * trials.size(),
        claim(),
        findings,
        trials,
        new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of()),
        List.of(
            new Parameter("interval", "500 ms", "conf/fleet.conf:12", "PT0.5S"),
            new Parameter("slo.a.p99", "50 ms", "-Dslo.a.p99", "PT0.05S"),
            new Parameter("capacity.to", "20000", "conf/capacity.conf:5", "20000")));
  }

  /** The claim of all examples. */
  public static Claim claim() {
    return new Claim(
        new Goal(50, 20_000, 0.05, 3, 1.0 / 3),
        30,
        3_600,
        List.of(
            new ClaimedLevel("slo.success", null, Figure.SUCCESS, ENOUGH, false),
            new ClaimedLevel("slo.a.p99", "A", Figure.SERVICE_P99, SLOW_MS, false)));
  }

  /** A finding; null is no bound. */
  public static TargetFinding finding(String target, Reason reason, Integer lower, Integer upper) {
    return TargetFinding.of(
        target, new Finding(reason, new Bounds(optional(lower), optional(upper))));
  }

  private static OptionalInt optional(Integer bound) {
    return bound == null ? OptionalInt.empty() : OptionalInt.of(bound);
  }

  /**
   * Trials of a server with one core.
   *
   * @param carries how many devices it carries
   */
  public record Search(String target, int carries) {

    /** Trials of these sizes, one after the other. */
    public List<CapacityTrial> all(int... sizes) {
      List<CapacityTrial> trials = new ArrayList<>();
      for (int devices : sizes) {
        trials.add(trial(trials.size() + 1, devices));
      }
      return trials;
    }

    /** A trial that holds if the server carries its devices. */
    public CapacityTrial trial(int number, int devices) {
      double load = (double) devices / carries;
      double p99Ms = load < 1 ? 3 + 3 * load / (1.06 - load) : 400 * load * load;
      double success = load < 1 ? 100 : 100 / load;
      boolean holds = load < 1;
      List<Check> levels =
          List.of(
              Check.atLeast(
                  "slo.success",
                  "share of polls sent that succeeded",
                  ENOUGH,
                  success,
                  Unit.PERCENT,
                  Status.FAIL),
              Check.atMost(
                  "slo.a.p99", "p99 service time of A", SLOW_MS, p99Ms, Unit.MILLIS, Status.FAIL));
      return trial(
          number,
          devices,
          holds ? Outcome.HOLDS : Outcome.FAILS,
          levels,
          List.of(),
          figures(devices, p99Ms, success));
    }

    /** A trial in which the generator stalled. */
    public CapacityTrial generator(int number, int devices) {
      Check stall =
          Check.atMost(
              "validity.stall", "generator's longest stall", 250, 812.0, Unit.MILLIS, Status.FAIL);
      return trial(
          number,
          devices,
          Outcome.GENERATOR,
          List.of(),
          List.of(stall),
          figures(devices, 190, 99.7));
    }

    private CapacityTrial trial(
        int number,
        int devices,
        Outcome outcome,
        List<Check> levels,
        List<Check> limits,
        TrialFigures figures) {
      Instant start = START.plusSeconds(MINUTE_SECONDS * number);
      return new CapacityTrial(
          number,
          target,
          List.of("Python 3.11.2", target + " 4.4.0"),
          devices,
          start,
          start.plusSeconds(30),
          String.format(Locale.ROOT, "../devicepollsimulation-202601010%02d000000", number),
          outcome,
          switch (outcome) {
            case HOLDS -> Judgement.PASS;
            case FAILS -> Judgement.FAIL;
            case GENERATOR -> Judgement.INVALID;
          },
          switch (outcome) {
            case HOLDS -> "All 2 service levels were met.";
            case FAILS -> "A service level was not met.";
            case GENERATOR -> limits.get(0).sentence();
          },
          levels,
          limits,
          figures);
    }

    private TrialFigures figures(int devices, double p99Ms, double success) {
      double cores = Math.min(0.99, (double) devices / carries);
      double planned = 2.2 * devices;
      return new TrialFigures(
          success,
          success < 100 ? (100 - success) / 2 : 0.0,
          planned * success / 100,
          planned,
          cores,
          Math.min(1.02, 1.1 * cores),
          0.3 + devices / 2_000.0,
          cores + 0.3 + devices / 2_000.0,
          2.0,
          60e6 + 40e3 * devices,
          "process 4711, gunicorn, and those below it",
          0L,
          List.of(
              new TrialFigures.Times("A", p99Ms / 3, p99Ms, 1.2 * p99Ms, false),
              new TrialFigures.Times("B", p99Ms / 2, 2 * p99Ms, 2.2 * p99Ms, devices < 200)));
    }
  }
}
