package fleetpoll.watch;

/**
 * Something that happened during a run, other than its polls: to a source of samples, to a feed of
 * live counters, or to the run as a whole.
 *
 * @param atNanos when it was noticed, since the fleet's origin
 * @param kind one word, such as {@code server-gone}
 * @param text a sentence, without any password
 */
public record Happening(long atNanos, String kind, String text) {}
