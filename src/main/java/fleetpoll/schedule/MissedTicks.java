package fleetpoll.schedule;

/** Receives the ticks that a device missed. */
@FunctionalInterface
public interface MissedTicks {

  /** The device missed ticks {@code from} … {@code to − 1}, at least one. */
  void missed(long from, long to, MissedCause cause);
}
