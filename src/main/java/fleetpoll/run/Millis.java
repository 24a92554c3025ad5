package fleetpoll.run;

import fleetpoll.record.LatencySummary;

/** Writes microseconds as milliseconds with three decimals, as the run's files contain them. */
final class Millis {

  private Millis() {}

  static double of(double micros) {
    return Math.round(micros) / 1_000.0;
  }

  /** Null if {@code latency} has no durations. */
  static Double of(LatencySummary latency, double micros) {
    return latency.count() == 0 ? null : Double.valueOf(of(micros));
  }
}
