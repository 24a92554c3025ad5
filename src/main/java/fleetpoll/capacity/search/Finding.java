package fleetpoll.capacity.search;

/**
 * What a search claims in the end; or, with {@link Reason#UNFINISHED}, would claim if it ended now.
 */
public record Finding(Reason reason, Bounds bounds) {

  /** Why the bounds are not closer. */
  public enum Reason {
    /** They are as close as the goal asks for. */
    FOUND,
    /** The levels hold at the goal's largest size: at least so many. */
    TO,
    /** The levels do not hold at the goal's smallest size: fewer than so many. */
    FROM,
    /** The generator is the limit: at least the lower bound. */
    GENERATOR,
    /** The time is up, or somebody ended the search. */
    UNFINISHED
  }
}
