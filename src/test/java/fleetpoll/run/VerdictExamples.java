package fleetpoll.run;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check.Status;
import java.util.List;

/** Verdicts on runs, for tests. */
public final class VerdictExamples {

  /** Both service levels were met. */
  public static final Verdict PASS =
      new Verdict(
          Judgement.PASS,
          "The generator was good enough, and both service levels were met.",
          List.of(lateness(0.22, Status.PASS), cpu(17.5, Status.PASS)),
          List.of(success(99.9984, Status.PASS), p99(4.02, Status.PASS)));

  /** One of four levels was met, and one of those that were not could not be measured. */
  public static final Verdict FAIL =
      new Verdict(
          Judgement.FAIL,
          "The generator was good enough, and 3 of 4 service levels were not met.",
          List.of(lateness(0.31, Status.PASS), cpu(81.2, Status.WARN)),
          List.of(
              success(97.21, Status.FAIL),
              p99(50.0004, Status.FAIL),
              new Check(
                  "slo.server.memory",
                  "peak memory of the server",
                  false,
                  314_572_800,
                  null,
                  Unit.BYTES,
                  Status.FAIL),
              new Check(
                  "slo.server.cpu",
                  "mean CPU of the server",
                  false,
                  1.5,
                  0.31,
                  Unit.CORES,
                  Status.PASS)));

  /** The generator was late. */
  public static final Verdict INVALID =
      new Verdict(
          Judgement.INVALID,
          "The generator was not good enough: the p99 of its lateness was 412 ms.",
          List.of(lateness(412, Status.FAIL), cpu(98.7, Status.FAIL)),
          List.of(success(99.99, Status.PASS), p99(31, Status.PASS)));

  private VerdictExamples() {}

  private static Check lateness(double measured, Status status) {
    return new Check(
        "validity.lateness", "p99 of the lateness", false, 50, measured, Unit.MILLIS, status);
  }

  private static Check cpu(double measured, Status status) {
    return new Check(
        "validity.cpu",
        "CPU of the generator, of the machine",
        false,
        80,
        measured,
        Unit.PERCENT,
        status);
  }

  private static Check success(double measured, Status status) {
    return new Check(
        "slo.success", "polls answered as expected", true, 99.9, measured, Unit.PERCENT, status);
  }

  private static Check p99(double measured, Status status) {
    return new Check(
        "slo.a.p99", "p99 of A's service time", false, 50, measured, Unit.MILLIS, status);
  }
}
