package fleetpoll.capacity.search;

/**
 * What a search shall find: the largest fleet for which the service levels hold.
 *
 * @param from the smallest size that is tried, at least 1
 * @param to the largest size that is tried, above {@code from}
 * @param width the search ends when the upper bound is at most this much above the lower one, as a
 *     share of the lower one: 0.05 for 5 %
 * @param trials how many trials a size gets at most
 * @param exceed which share of them may fail at a size that still counts as a lower bound, 0 to
 *     below 1 (the draft's exceed ratio)
 */
public record Goal(int from, int to, double width, int trials, double exceed) {}
