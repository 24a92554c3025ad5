package fleetpoll.compare;

import java.util.List;

/**
 * One figure of one server.
 *
 * @param rounds its values, one a round
 * @param contrast to the reference; null for the reference itself, or if there is none
 * @param rank from 1, the best; null if there is none
 */
public record TargetFigure(String target, List<Value> rounds, Contrast contrast, Integer rank) {}
