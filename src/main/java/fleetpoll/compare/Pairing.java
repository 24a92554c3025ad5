package fleetpoll.compare;

import fleetpoll.compare.Contender.Turn;
import fleetpoll.compare.Value.Status;
import fleetpoll.estimate.Estimate;
import fleetpoll.figure.Figure;
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
 * @param disorder why the two did not take turns: not both had made a round before either began the
 *     next, or one of their runs overlaps another run of the comparison; empty if they did
 */
record Pairing(
    Contender own, Contender reference, List<Integer> rounds, Optional<String> disorder) {

  static final String NO_TURNS = "the runs did not take turns";
  static final String AT_ONCE = "some runs were made at the same time";

  static Pairing of(Contender own, Contender reference) {
    return of(own, reference, List.of(own, reference));
  }

  /**
   * Two of the servers of a comparison.
   *
   * @param all of them: what a third did at the same time also took time from the two
   */
  static Pairing of(Contender own, Contender reference, List<Contender> all) {
    List<Integer> rounds =
        IntStream.range(0, own.turns().size())
            .filter(round -> own.turns().get(round).counts())
            .filter(round -> reference.turns().get(round).counts())
            .boxed()
            .toList();
    return new Pairing(own, reference, rounds, disorder(own, reference, all, rounds));
  }

  private static Optional<String> disorder(
      Contender own, Contender reference, List<Contender> all, List<Integer> rounds) {
    boolean isInterleaved =
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
    if (!isInterleaved) {
      return Optional.of(NO_TURNS);
    }
    return overlap(own, reference, all) ? Optional.of(AT_ONCE) : Optional.empty();
  }

  /** Whether a run of the two went on during another, valid or not. */
  private static boolean overlap(Contender own, Contender reference, List<Contender> all) {
    List<Turn> every = made(all.stream()).toList();
    return !own.equals(reference)
        && made(Stream.of(own, reference))
            .anyMatch(turn -> every.stream().filter(turn::overlaps).count() > 1); // itself is one
  }

  private static Stream<Turn> made(Stream<Contender> contenders) {
    return contenders
        .flatMap(contender -> contender.turns().stream())
        .filter(turn -> turn.start() != null);
  }

  private static Stream<Instant> starts(Contender own, Contender reference, int round) {
    return turns(own, reference, round).map(Turn::start);
  }

  private static Stream<Turn> turns(Contender own, Contender reference, int round) {
    return Stream.of(own, reference).map(contender -> contender.turns().get(round));
  }

  /** Whether a figure means the same in all of them: the server's has one source. */
  boolean isOneMeasure(Figure figure) {
    return figure.kind() != Figure.Kind.SERVER
        || rounds.stream()
                .flatMap(round -> turns(own, reference, round))
                .map(Turn::source)
                .distinct()
                .count()
            <= 1;
  }

  /** Why nothing can be claimed by any figure; empty if something can. */
  Optional<Claim> obstacle() {
    if (ownLost() || hasLost(reference, own)) {
      return Optional.of(Claim.LOST_ROUND);
    }
    if (rounds.size() < Estimate.LEAST_ROUNDS) {
      return Optional.of(Claim.TOO_FEW_ROUNDS);
    }
    return disorder.map(why -> Claim.NOT_INTERLEAVED);
  }

  /** The obstacle in words; empty if there is none or the claim says all. */
  String why() {
    return switch (obstacle().orElse(Claim.INCONCLUSIVE)) {
      case LOST_ROUND ->
          Stream.concat(lostInWords(own, reference), lostInWords(reference, own))
              .collect(Collectors.joining(", "));
      case NOT_INTERLEAVED -> disorder.orElseThrow();
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
