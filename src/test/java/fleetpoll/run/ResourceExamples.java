package fleetpoll.run;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check.Status;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Resources and verdicts of runs, for tests. */
public final class ResourceExamples {

  private static final long SECOND = 1_000_000_000;

  /** An embedded target on the generator's machine. */
  public static final Resources RESOURCES =
      new Resources(
          "process 4711, gunicorn, and those below it",
          null,
          true,
          new Usage(0.31, 0.42, 88_000_000L, 92_000_000L, null, null, null, 12, 512L, null, null),
          new Usage(
              0.35, 0.61, 240_000_000L, 252_000_000L, 98_000_000L, 42.0, 7.0, 21, 530L, 6.0, 6.0),
          new Usage(
              0.72, 1.1, 1_900_000_000L, 2_000_000_000L, null, null, null, null, null, null, null),
          100.0,
          0.28,
          184.0);

  /** A target whose process nobody found. */
  public static final Resources UNKNOWN =
      new Resources(
          null,
          "Name its process with -Dserver.pid, or its node exporter with -Dserver.metrics.",
          false,
          Usage.UNKNOWN,
          RESOURCES.generator(),
          RESOURCES.host(),
          0.0,
          null,
          null);

  /** A verdict without service levels. */
  public static final Verdict VALID =
      new Verdict(
          Judgement.VALID,
          "The generator was good enough, and there were no service levels to meet.",
          List.of(
              new Check(
                  "validity.lateness-p99",
                  "lateness, p99",
                  false,
                  50,
                  0.22,
                  Unit.MILLIS,
                  Status.PASS)),
          List.of());

  private ResourceExamples() {}

  /** A run on two processors, of which nothing else is known. */
  public static Run run(List<EndpointTotals> endpoints, Resources resources, Duration duration) {
    return run(endpoints, null, resources, duration);
  }

  /** The same with TLS handshakes. */
  public static Run run(
      List<EndpointTotals> endpoints,
      Connections.Handshakes handshakes,
      Resources resources,
      Duration duration) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    return new Run(
        Run.SCHEMA_VERSION,
        Run.State.ENDED,
        null,
        "run",
        null,
        start,
        start.plus(duration),
        new Run.Overtime(0, 0),
        null,
        false,
        "http://127.0.0.1:8000",
        null,
        new Versions("0.1.0", "3.15.1", "a JVM", "an OS", 2, List.of()),
        List.of(),
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> String.format(Locale.ROOT, "device-%04d", i))
            .toList(),
        null,
        null,
        endpoints,
        null,
        List.of(),
        List.of(),
        silence(endpoints),
        handshakes,
        resources,
        Verdict.PENDING,
        List.of(),
        null);
  }

  private static Silence silence(List<EndpointTotals> endpoints) {
    return endpoints.stream()
        .map(EndpointTotals::silenceMaxMs)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .map(ms -> new Silence("device-0001", ms, 3, 0.0))
        .orElse(null);
  }

  /** The same run with another time after its window; null as runs of schema 3 have it. */
  public static Run withOvertime(Run run, Run.Overtime overtime) {
    return Copies.with(run, "overtime", overtime);
  }

  /** Three samples a second. */
  public static List<Sample> samples(int seconds) {
    return IntStream.rangeClosed(0, seconds)
        .boxed()
        .flatMap(
            t ->
                Stream.of(
                    sample(t, Source.TARGET, 0.3 + 0.01 * (t % 7), 88_000_000L + 100_000L * t),
                    sample(t, Source.GENERATOR, 0.35, 240_000_000L),
                    sample(t, Source.HOST, 0.7, 1_900_000_000L)))
        .toList();
  }

  private static Sample sample(int t, Source source, double cores, long rssBytes) {
    boolean generator = source == Source.GENERATOR;
    boolean host = source == Source.HOST;
    return new Sample(
        t * SECOND,
        source,
        cores,
        rssBytes,
        generator ? 90_000_000L : null,
        generator ? 2.0 : null,
        host ? null : 12,
        host ? null : 512L,
        host ? 20_000_000L : null,
        host ? 20_000_000L : null,
        host ? 4_096L : null,
        host ? 8_192L : null);
  }
}
