package fleetpoll.capacity.search;

import java.util.OptionalInt;

/**
 * What is known so far.
 *
 * @param lower the relevant lower bound: the largest size below {@code upper} at which enough
 *     trials held; empty if there is none yet
 * @param upper the relevant upper bound: the smallest size at which too many trials failed; empty
 *     if there is none yet
 */
public record Bounds(OptionalInt lower, OptionalInt upper) {}
