package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import fleetpoll.run.Versions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes runs for tests of comparisons from the few figures in which they differ. */
public final class ComparedRuns {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long MINUTE_SECONDS = 60;

  private ComparedRuns() {}

  /**
   * The results of one run.
   *
   * @param p99Ms of A's service time; the other times follow from it
   * @param ko of A's 6,000 polls
   * @param missed of A's polls, in addition to those 6,000
   * @param cpuMs the server's processor time per request; null if it is not known
   */
  public record Outcome(double p99Ms, long ko, long missed, Double cpuMs, Judgement judgement) {

    /** All polls succeed. */
    public static Outcome of(double p99Ms) {
      return new Outcome(p99Ms, 0, 0, 0.5, Judgement.VALID);
    }

    /** The same, by a generator that was too weak. */
    public Outcome invalid() {
      return new Outcome(p99Ms, ko, missed, cpuMs, Judgement.INVALID);
    }
  }

  /** A server's runs, one for each round; null means no run. */
  public static List<ComparedRun> of(String target, Outcome... rounds) {
    List<ComparedRun> runs = new ArrayList<>();
    for (int round = 1; round <= rounds.length; round++) {
      if (rounds[round - 1] != null) {
        runs.add(run(target, round, rounds[round - 1], new Parameter[0]));
      }
    }
    return runs;
  }

  /** The runs of several servers in one list; in each round a minute after each other. */
  public static List<ComparedRun> all(List<List<ComparedRun>> runs) {
    return IntStream.range(0, runs.size())
        .boxed()
        .flatMap(place -> runs.get(place).stream().map(run -> later(run, place)))
        .toList();
  }

  private static ComparedRun later(ComparedRun compared, int minutes) {
    Run run = compared.run();
    long seconds = minutes * MINUTE_SECONDS;
    Run later = Copies.with(run, "start", run.start().plusSeconds(seconds));
    later = Copies.with(later, "end", run.end().plusSeconds(seconds));
    return new ComparedRun(compared.target(), compared.round(), compared.folder(), later);
  }

  /** One run with further parameters, in the minute of its round. */
  public static ComparedRun run(
      String target, int round, Outcome outcome, Parameter... parameters) {
    return run(target, round, 10 * round, outcome, parameters);
  }

  /** One run that starts after so many minutes. */
  public static ComparedRun run(
      String target, int round, int minute, Outcome outcome, Parameter... parameters) {
    String id =
        String.format(
            Locale.ROOT,
            "devicepollsimulation-2026010100%s%05d",
            round,
            Math.abs(target.hashCode() % 100_000));
    List<Parameter> inForce = new ArrayList<>(List.of(parameters));
    inForce.add(new Parameter("target", target, "-Dtarget"));
    inForce.add(new Parameter("devices", "100", "-Ddevices"));
    Instant start = START.plusSeconds(minute * MINUTE_SECONDS);
    return new ComparedRun(
        target,
        round,
        new RunFolder(Path.of("target", "gatling", id)),
        new Run(
            Run.SCHEMA_VERSION,
            Run.State.ENDED,
            null,
            id,
            null,
            start,
            start.plusSeconds(MINUTE_SECONDS),
            new Run.Overtime(0, 0),
            null,
            false,
            "http://127.0.0.1:8000",
            null,
            new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of())
                .withServer(target.startsWith("http") ? List.of() : List.of(target + " 4.4.0")),
            inForce,
            IntStream.rangeClosed(1, 100)
                .mapToObj(i -> String.format(Locale.ROOT, "device-%04d", i))
                .toList(),
            null,
            null,
            List.of(endpoint("A", outcome), endpoint("B", Outcome.of(2 * outcome.p99Ms()))),
            null,
            List.of(),
            List.of(),
            null,
            null,
            resources(outcome),
            new Verdict(outcome.judgement(), "A reason.", List.of(), List.of()),
            List.of(),
            null));
  }

  /** The same as an earlier Fleetpoll stored it: with response times of successes only. */
  public static ComparedRun ofSchemaThree(ComparedRun compared) {
    Run run = compared.run();
    return new ComparedRun(
        compared.target(),
        compared.round(),
        compared.folder(),
        Copies.with(
            Copies.with(Copies.with(run, "schemaVersion", 3), "overtime", null), "silence", null));
  }

  private static EndpointTotals endpoint(String name, Outcome outcome) {
    long sent = 6_000;
    return new EndpointTotals(
        name,
        sent + outcome.missed(),
        sent,
        outcome.missed(),
        sent - outcome.ko(),
        outcome.ko(),
        0L,
        0L,
        null,
        0.0,
        600_000,
        null,
        Map.of("busy", outcome.missed(), "generator", 0L),
        Map.of(),
        latency(outcome.p99Ms()),
        latency(outcome.p99Ms() + 1),
        latency(0.5),
        null,
        null,
        true);
  }

  private static Latency latency(double p99Ms) {
    return new Latency(
        p99Ms / 4, p99Ms / 2, p99Ms / 2, 0.7 * p99Ms, 0.8 * p99Ms, p99Ms, 2 * p99Ms, 3 * p99Ms);
  }

  private static Resources resources(Outcome outcome) {
    Resources known = ResourceExamples.RESOURCES;
    boolean unknown = outcome.cpuMs() == null;
    return new Resources(
        unknown ? null : known.targetFound(),
        unknown ? "Give -Dserver.pid." : null,
        true,
        unknown ? Usage.UNKNOWN : known.target(),
        known.generator(),
        known.host(),
        unknown ? 0.0 : 100.0,
        outcome.cpuMs(),
        unknown ? null : known.mbPerThousandDevices());
  }
}
