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

  /** A server whose rounds begin together with those of the others. */
  static Contender of(String target, List<Value> rounds) {
    List<Turn> turns = new ArrayList<>();
    for (Value round : rounds) {
      turns.add(
          new Turn(
              round.status(),
              round.status() == Value.Status.ABSENT
                  ? null
                  : START.plusSeconds(ROUND_SECONDS * turns.size())));
    }
    return new Contender(target, turns);
  }

  /** A server with valid runs that begin at these seconds. */
  static Contender at(String target, long... seconds) {
    return new Contender(
        target,
        Arrays.stream(seconds)
            .mapToObj(second -> new Turn(Value.Status.COUNTS, START.plusSeconds(second)))
            .toList());
  }

  static Pairing pairing(List<Value> own, List<Value> reference) {
    return Pairing.of(of("own", own), of("reference", reference));
  }
}
