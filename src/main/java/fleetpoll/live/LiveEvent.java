package fleetpoll.live;

/**
 * That a feed of counters broke off or came back.
 *
 * @param atNanos on the clock of whoever watches
 * @param kind {@link #LOST} or {@link #FOUND}
 * @param text a sentence, without any password
 */
public record LiveEvent(long atNanos, String kind, String text) {

  /** The counters do not get through. */
  public static final String LOST = "live-lost";

  /** They do again. */
  public static final String FOUND = "live-found";
}
