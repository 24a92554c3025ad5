package fleetpoll.schedule;

/**
 * The instants at which a device is due to poll one endpoint: those of its ticks that the endpoint
 * has a share in. Polls are counted from 0.
 */
public record PollGrid(TickGrid ticks, Interleaving interleaving) {

  /** How many polls the first {@code ticks} ticks contain. */
  public long planned(long ticks) {
    return interleaving.polls(0, ticks);
  }

  /** The instant at which a poll is due; it is later than that of the poll before. */
  public long dueNanos(long poll) {
    return ticks.dueNanos(interleaving.tick(poll));
  }

  /** How many polls are due at {@code nowNanos} or before. */
  public long dueBy(long nowNanos) {
    return planned(ticks.dueBy(nowNanos));
  }
}
