package fleetpoll.http;

/**
 * What a device does on its own account; a plain device does none of it.
 *
 * @param cookies whether it keeps the cookies that it is given, and sends them
 * @param redirects how many redirects of one poll it follows; 0: none
 */
public record Habits(boolean cookies, int redirects) {

  /** A plain device's. */
  public static final Habits PLAIN = new Habits(false, 0);
}
