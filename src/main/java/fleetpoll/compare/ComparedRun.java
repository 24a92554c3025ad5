package fleetpoll.compare;

import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import java.util.List;

/**
 * A run as a part of a comparison.
 *
 * @param target name of its server: the parameter {@code target}
 * @param round from 1; the runs of one round are compared with each other
 * @param folder that holds it
 * @param damage what is wrong with files next to its {@code run.json}, a sentence each without its
 *     end
 */
public record ComparedRun(
    String target, int round, RunFolder folder, Run run, List<String> damage) {

  /** A run without damage. */
  public ComparedRun(String target, int round, RunFolder folder, Run run) {
    this(target, round, folder, run, List.of());
  }

  /** The same run as the part of another round. */
  public ComparedRun inRound(int another) {
    return new ComparedRun(target, another, folder, run, damage);
  }

  /** Whether its figures say something about the server. */
  public boolean isValid() {
    return run.verdict().judgement() != Judgement.INVALID;
  }

  /** {@code falcon, round 1}. */
  public String label() {
    return target + ", round " + round;
  }
}
