package fleetpoll.compare;

import fleetpoll.compare.Value.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A server and its runs, round by round.
 *
 * @param turns one a round
 */
record Contender(String target, List<Turn> turns) {

  /**
   * A round of a server.
   *
   * @param start of its run; null if there is none
   */
  record Turn(Status status, Instant start) {

    private static final Turn ABSENT = new Turn(Status.ABSENT, null);

    boolean counts() {
      return status == Status.COUNTS;
    }
  }

  static Contender of(String target, List<Optional<ComparedRun>> rounds) {
    return new Contender(
        target, rounds.stream().map(run -> run.map(Contender::turn).orElse(Turn.ABSENT)).toList());
  }

  private static Turn turn(ComparedRun run) {
    return new Turn(run.isValid() ? Status.COUNTS : Status.INVALID, run.run().start());
  }

  /** How many of its rounds are valid. */
  long valid() {
    return turns.stream().filter(Turn::counts).count();
  }

  /** Whether a round failed it. A round that it has yet to make is not lost. */
  boolean lost(int round) {
    Status status = turns.get(round).status();
    return status == Status.INVALID
        || status == Status.ABSENT
            && turns.stream().skip(round).anyMatch(turn -> turn.status() != Status.ABSENT);
  }
}
