package fleetpoll.run;

/** Nanoseconds as seconds with three decimals, as the run's files hold them. */
final class Seconds {

  private Seconds() {}

  static double ofNanos(long nanos) {
    return Math.round(nanos / 1e6) / 1_000.0;
  }
}
