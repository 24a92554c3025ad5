package fleetpoll.compare;

import fleetpoll.compare.Value.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A server and its runs, round by round.
 *
 * @param turns one a round
 * @param cut whether the series was interrupted in the last round, so that some servers had yet to
 *     make it
 */
record Contender(String target, List<Turn> turns, boolean cut) {

  /**
   * A round of a server.
   *
   * @param start of its run's measured window; null if there is none
   * @param end of its run's measured window; null if there is none
   * @param source of the server's figures
   */
  record Turn(Status status, Instant start, Instant end, ServerSource source) {

    static final Turn ABSENT = new Turn(Status.ABSENT, null, null, ServerSource.NOTHING);

    boolean counts() {
      return status == Status.COUNTS;
    }

    /** Whether two runs, or one and itself, went on at the same time. */
    boolean overlaps(Turn other) {
      return start.isBefore(other.end) && other.start.isBefore(end);
    }
  }

  static Contender of(String target, List<Optional<ComparedRun>> rounds, boolean cut) {
    return new Contender(
        target,
        rounds.stream().map(run -> run.map(Contender::turn).orElse(Turn.ABSENT)).toList(),
        cut);
  }

  private static Turn turn(ComparedRun run) {
    return new Turn(
        run.isValid() ? Status.COUNTS : Status.INVALID,
        run.run().start(),
        run.run().end(),
        ServerSource.of(run.run()));
  }

  /** How many of its rounds are valid. */
  long valid() {
    return turns.stream().filter(Turn::counts).count();
  }

  /** Whether it has no valid run of a round, unless it had yet to make that round. */
  boolean lost(int round) {
    Status status = turns.get(round).status();
    return status == Status.INVALID
        || status == Status.ABSENT && !(cut && round == turns.size() - 1);
  }
}
