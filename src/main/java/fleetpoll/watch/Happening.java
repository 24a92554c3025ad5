package fleetpoll.watch;

/**
 * Something that befell a source while it was watched.
 *
 * @param atNanos when it was noticed, since the fleet's origin
 * @param kind one word, such as {@code server-gone}
 * @param text a sentence
 */
public record Happening(long atNanos, String kind, String text) {}
