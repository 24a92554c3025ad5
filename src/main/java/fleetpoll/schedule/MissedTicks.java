package fleetpoll.schedule;

/** Is told of the ticks that a device missed. */
@FunctionalInterface
public interface MissedTicks {

  /** Ticks {@code from} … {@code to − 1} were missed; there is at least one. */
  void missed(long from, long to, MissedCause cause);
}
