package fleetpoll.server.fault;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The faults that can hit one device. */
public final class FaultPlan {

  private static final FaultPlan NONE = new FaultPlan(0, List.of(), List.of());

  private final long latencyNanos;
  private final List<TokenBucket> buckets;
  private final List<Fault> faults;

  private FaultPlan(long latencyNanos, List<TokenBucket> buckets, List<Fault> faults) {
    this.latencyNanos = latencyNanos;
    this.buckets = buckets;
    this.faults = faults;
  }

  static FaultPlan of(List<Fault> own, Function<Fault, TokenBucket> buckets) {
    if (own.isEmpty()) {
      return NONE;
    }
    return new FaultPlan(
        own.stream().mapToLong(fault -> fault.latency().toNanos()).sum(),
        own.stream().filter(fault -> fault.kind() == FaultKind.RATE).map(buckets).toList(),
        own.stream()
            .filter(fault -> fault.kind() != FaultKind.LATENCY && fault.kind() != FaultKind.RATE)
            .toList());
  }

  /** How much later each of its answers is: the sum of its latency faults. */
  public long latencyNanos() {
    return latencyNanos;
  }

  /** Whether the server serves only so many of its requests a second. */
  public boolean isLimited() {
    return !buckets.isEmpty();
  }

  /**
   * The instant from which a request that has just come may be answered; empty if too many wait
   * already.
   *
   * @param nowNanos on a clock that never goes back
   */
  public OptionalLong turn(long nowNanos) {
    long latest = nowNanos;
    for (TokenBucket bucket : buckets) {
      OptionalLong turn = bucket.take(nowNanos);
      if (turn.isEmpty()) {
        return turn;
      }
      latest = Math.max(latest, turn.getAsLong());
    }
    return OptionalLong.of(latest);
  }

  /**
   * The fault that hits a request, but for {@link FaultKind#LATENCY} and {@link FaultKind#RATE}.
   *
   * @param n the number of the request among the device's measured ones, from 0
   */
  public Optional<FaultKind> hit(long n) {
    for (Fault fault : faults) {
      if (fault.hits(n)) {
        return Optional.of(fault.kind());
      }
    }
    return Optional.empty();
  }
}
