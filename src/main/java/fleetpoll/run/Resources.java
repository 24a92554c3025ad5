package fleetpoll.run;

import fleetpoll.figure.Unit;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Source;
import java.util.OptionalDouble;

/**
 * The resources that a run used in its measured window, until the last device left if that was
 * before its end. The figures leave out the processor time of a process's last fraction of a second
 * and of processes shorter than a second, and the memory used between two samples. A whole
 * machine's figures include whatever else ran on it. In a merged run, the generator's and its
 * machine's are, figure by figure, those of the shard that used the most.
 *
 * @param targetFound where the target's figures come from, such as {@code process 4711 and those
 *     below it}; null if they are not known
 * @param advice what to do so that the target's figures become known; null if they are known
 * @param oneMachine whether target and generator share the machine
 * @param targetKnownPercent the share of that time for which the target's memory is known; null:
 *     unknown, as in a run that an earlier Fleetpoll stored
 * @param cpuMsPerRequest the target's processor milliseconds divided by the requests sent; null if
 *     unknown for a tenth of the time
 * @param mbPerThousandDevices the target's peak resident megabytes (10^6 B) divided by the devices,
 *     times 1,000; null if unknown for a tenth of the time, or a whole machine's, whose memory is
 *     not the devices' alone
 */
public record Resources(
    String targetFound,
    String advice,
    boolean oneMachine,
    Usage target,
    Usage generator,
    Usage host,
    Double targetKnownPercent,
    Double cpuMsPerRequest,
    Double mbPerThousandDevices) {

  /** The share of the time from which on a mean is the run's, and a peak has hardly been missed. */
  private static final double ENOUGH_PERCENT = 90;

  private static final double WHOLE_PERCENT = 100;
  private static final double BYTES_PER_MB = 1e6;
  private static final int DECIMALS = 5;

  /**
   * The summary of a run.
   *
   * @param window the measured one
   * @param sent the requests sent in it
   * @param stalls of the generator, the warm-up's included
   * @param lastNanos until when the longest stall counts, the window's end or later: polls that
   *     were due in the window may end after it
   */
  public static Resources of(
      Finding finding,
      SampledWindow window,
      long sent,
      int devices,
      Stalls stalls,
      long lastNanos) {
    double knownPercent = window.memoryKnownPercent(Source.TARGET);
    boolean knowsMemory = knownPercent >= ENOUGH_PERCENT;
    OptionalDouble cpuMs = window.cpuMillis(Source.TARGET);
    Usage target = window.usage(Source.TARGET).means(cpuMs.isPresent(), knowsMemory);
    Double knownMs = cpuMs.isEmpty() ? null : Double.valueOf(cpuMs.getAsDouble());
    return new Resources(
        finding.found(),
        finding.advice(),
        finding.oneMachine(),
        target,
        window
            .usage(Source.GENERATOR)
            .stalled(
                stalls.totalNanos(window.startNanos(), window.endNanos()),
                stalls.longestNanos(window.startNanos(), lastNanos)),
        window.usage(Source.HOST),
        roundedDown(knownPercent),
        perRequest(knownMs, sent),
        mbPerThousandDevices(
            finding.wholeMachine() || !knowsMemory ? null : target.rssBytesPeak(), devices));
  }

  private static double roundedDown(double percent) {
    return Math.floor(percent * 10) / 10;
  }

  /**
   * Whether the target's memory is known, but for too little of the time: its peak may be higher.
   */
  public boolean mayHaveMissedPeaks() {
    return targetKnownPercent != null
        && target != null
        && target.rssBytesPeak() != null
        && targetKnownPercent < ENOUGH_PERCENT;
  }

  /** For how much of the time the target's memory is known, such as {@code 3.3 %}. */
  public String targetKnownText() {
    return Unit.PERCENT.rounded(targetKnownPercent, WHOLE_PERCENT);
  }

  /**
   * {@link #cpuMsPerRequest()}.
   *
   * @param cpuMs of all requests; null if unknown
   * @return null if unknown, or there are no requests
   */
  public static Double perRequest(Double cpuMs, long requests) {
    return cpuMs == null || requests == 0 ? null : Decimals.of(cpuMs / requests, DECIMALS);
  }

  /**
   * {@link #mbPerThousandDevices()}.
   *
   * @param rssBytes of all devices; null if unknown
   */
  public static Double mbPerThousandDevices(Long rssBytes, long devices) {
    return rssBytes == null ? null : Decimals.of(rssBytes / BYTES_PER_MB / devices * 1_000, 1);
  }
}
