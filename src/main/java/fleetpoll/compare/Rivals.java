package fleetpoll.compare;

import fleetpoll.estimate.Estimate;
import fleetpoll.figure.Figure;
import java.util.List;

/**
 * All servers of a comparison, by one figure.
 *
 * @param values one list a server, with a value a round
 * @param pairings of each server with each
 */
record Rivals(Figure figure, List<List<Value>> values, List<List<Pairing>> pairings) {

  /** The pairings of each server with each. */
  static List<List<Pairing>> pairings(List<Contender> contenders) {
    return contenders.stream()
        .map(own -> contenders.stream().map(other -> Pairing.of(own, other, contenders)).toList())
        .toList();
  }

  int size() {
    return values.size();
  }

  Pairing pairing(int server, int other) {
    return pairings.get(server).get(other);
  }

  Contrast contrast(int server, int other) {
    return Contrast.of(figure, values.get(server), values.get(other), pairing(server, other));
  }

  /** Whether there is a value in each of its valid rounds, and there are enough of them. */
  boolean isMeasured(int server) {
    List<Value> valid = values.get(server).stream().filter(Value::counts).toList();
    return valid.size() >= Estimate.LEAST_ROUNDS
        && valid.stream().allMatch(value -> value.value() != null);
  }
}
