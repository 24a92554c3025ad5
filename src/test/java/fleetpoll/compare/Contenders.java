package fleetpoll.compare;

import fleetpoll.compare.Contender.Turn;
import fleetpoll.figure.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Servers for tests that need no runs. */
final class Contenders {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long ROUND_SECONDS = 600;
  private static final long RUN_SECONDS = 60;

  private Contenders() {}

  /** Valid rounds of a figure that is not counted; null if it is not known. */
  static List<Value> values(Double... values) {
    return Arrays.stream(values).map(v -> new Value(v, null, Value.Status.COUNTS)).toList();
  }

  /** Valid rounds of a share of polls. */
  static List<Value> shares(long whole, long... parts) {
    return Arrays.stream(parts)
        .mapToObj(part -> new Count(part, whole))
        .map(count -> new Value(count.percent(), count, Value.Status.COUNTS))
        .toList();
  }

  /** A server that makes its run of a round as the first, the second and so on of its rivals. */
  static Contender of(String target, int place, List<Value> rounds) {
    return of(target, place, rounds, false);
  }

  /** The same of a series that was interrupted in its last round, or was not. */
  static Contender of(String target, int place, List<Value> rounds, boolean cut) {
    List<Turn> turns = new ArrayList<>();
    for (Value round : rounds) {
      Instant start = START.plusSeconds(ROUND_SECONDS * turns.size() + RUN_SECONDS * place);
      turns.add(
          round.status() == Value.Status.ABSENT
              ? Turn.ABSENT
              : new Turn(
                  round.status(), start, start.plusSeconds(RUN_SECONDS), ServerSource.PROCESSES));
    }
    return new Contender(target, turns, cut);
  }

  /** A server with valid runs of a minute that begin at these seconds. */
  static Contender at(String target, long... seconds) {
    return new Contender(
        target,
        Arrays.stream(seconds)
            .mapToObj(START::plusSeconds)
            .map(
                start ->
                    new Turn(
                        Value.Status.COUNTS,
                        start,
                        start.plusSeconds(RUN_SECONDS),
                        ServerSource.PROCESSES))
            .toList(),
        false);
  }

  static Pairing pairing(List<Value> own, List<Value> reference) {
    return Pairing.of(of("own", 0, own), of("reference", 1, reference));
  }
}
