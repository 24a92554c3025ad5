package fleetpoll.capacity.search;

/**
 * What is known while a search goes on.
 *
 * @param decided what it would claim if it ended now
 * @param likely between which sizes it goes on: sizes all of whose trials so far agree count, even
 *     if that is one trial, so these bounds may move back
 */
public record Known(Bounds decided, Bounds likely) {}
