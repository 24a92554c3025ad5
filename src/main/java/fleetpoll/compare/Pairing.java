package fleetpoll.compare;

import fleetpoll.compare.Value.Status;
import fleetpoll.estimate.Estimate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rounds of two servers allow to compare, whichever figure it is.
 *
 * @param rounds their indices, from 0, in which both have a valid run
 * @param interleaved whether both had made a round before either began the next
 */
record Pairing(Contender own, Contender reference, List<Integer> rounds, boolean interleaved) {

  static final String NO_TURNS = "the runs did not take turns";

  static Pairing of(Contender own, Contender reference) {
    List<Integer> rounds =
        IntStream.range(0, own.turns().size())
            .filter(round -> own.turns().get(round).counts())
            .filter(round -> reference.turns().get(round).counts())
            .boxed()
            .toList();
    boolean interleaved =
        IntStream.range(1, rounds.size())
            .allMatch(
                i ->
                    starts(own, reference, rounds.get(i - 1))
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .isBefore(
                            starts(own, reference, rounds.get(i))
                                .min(Comparator.naturalOrder())
                                .orElseThrow()));
    return new Pairing(own, reference, rounds, interleaved);
  }

  private static Stream<Instant> starts(Contender own, Contender reference, int round) {
    return Stream.of(own, reference).map(contender -> contender.turns().get(round).start());
  }

  /** Why nothing can be claimed by any figure; empty if something can. */
  Optional<Claim> obstacle() {
    if (ownLost() || hasLost(reference, own)) {
      return Optional.of(Claim.LOST_ROUND);
    }
    if (rounds.size() < Estimate.LEAST_ROUNDS) {
      return Optional.of(Claim.TOO_FEW_ROUNDS);
    }
    return interleaved ? Optional.empty() : Optional.of(Claim.NOT_INTERLEAVED);
  }

  /** The obstacle in words; empty if there is none or the claim says all. */
  String why() {
    return switch (obstacle().orElse(Claim.INCONCLUSIVE)) {
      case LOST_ROUND ->
          Stream.concat(lostInWords(own, reference), lostInWords(reference, own))
              .collect(Collectors.joining(", "));
      case NOT_INTERLEAVED -> NO_TURNS;
      default -> "";
    };
  }

  /** Whether the first server lost a round in which the other has a valid run. */
  boolean ownLost() {
    return hasLost(own, reference);
  }

  private static boolean hasLost(Contender loser, Contender other) {
    return lost(loser, other).findAny().isPresent();
  }

  private static IntStream lost(Contender loser, Contender other) {
    return IntStream.range(0, loser.turns().size())
        .filter(round -> loser.lost(round) && other.turns().get(round).counts());
  }

  private static Stream<String> lostInWords(Contender loser, Contender other) {
    Map<Status, List<Integer>> byStatus =
        lost(loser, other)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    round -> loser.turns().get(round).status(),
                    TreeMap::new,
                    Collectors.mapping(round -> round + 1, Collectors.toList())));
    return byStatus.entrySet().stream()
        .map(
            lost ->
                "%s of %s %s"
                    .formatted(
                        Rounds.named(lost.getValue()),
                        loser.target(),
                        became(lost.getKey(), lost.getValue().size())));
  }

  private static String became(Status status, int rounds) {
    return status == Status.ABSENT ? "left no run" : rounds == 1 ? "was INVALID" : "were INVALID";
  }
}
