package fleetpoll.http;

/**
 * The polls in flight on an event loop, the one that is due to time out first at the head. Costs a
 * few writes a poll and no timer: whoever has a clock calls {@link #check} every few milliseconds.
 * Belongs to the event loop.
 */
public final class Deadlines {

  private PollInFlight first;
  private PollInFlight last;

  /**
   * Fails every poll whose time is over.
   *
   * @param nowNanos by the connections' clock
   */
  public void check(long nowNanos) {
    while (first != null && first.deadlineNanos() - nowNanos <= 0) {
      first.expire();
    }
  }

  /**
   * Gives every poll in flight the time of a stall, as its own has not gone by; one that was sent
   * meanwhile or since has no more than the time since then.
   */
  public void postpone(long nanos, long nowNanos) {
    PollInFlight each = first;
    first = null;
    last = null;
    while (each != null) {
      PollInFlight later = each.later;
      each.postpone(Math.min(nanos, nowNanos - each.sentNanos()));
      add(each);
      each = later;
    }
  }

  /** When the next poll times out; {@link Long#MAX_VALUE} if none is in flight. */
  long nextNanos() {
    return first == null ? Long.MAX_VALUE : first.deadlineNanos();
  }

  /** Usually a poll's deadline is the latest. */
  void add(PollInFlight exchange) {
    PollInFlight before = last;
    while (before != null && before.deadlineNanos() - exchange.deadlineNanos() > 0) {
      before = before.earlier;
    }
    link(before, exchange, before == null ? first : before.later);
  }

  private void link(PollInFlight before, PollInFlight exchange, PollInFlight after) {
    exchange.earlier = before;
    exchange.later = after;
    if (before == null) {
      first = exchange;
    } else {
      before.later = exchange;
    }
    if (after == null) {
      last = exchange;
    } else {
      after.earlier = exchange;
    }
  }

  void remove(PollInFlight exchange) {
    if (exchange.earlier == null) {
      first = exchange.later;
    } else {
      exchange.earlier.later = exchange.later;
    }
    if (exchange.later == null) {
      last = exchange.earlier;
    } else {
      exchange.later.earlier = exchange.earlier;
    }
    exchange.earlier = null;
    exchange.later = null;
  }
}
