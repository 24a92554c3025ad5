package fleetpoll.compare;

import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;

/**
 * A run as a part of a comparison.
 *
 * @param target name of its server: the parameter {@code target}
 * @param round from 1; the runs of one round are compared with each other
 * @param folder that holds it
 */
public record ComparedRun(String target, int round, RunFolder folder, Run run) {

  /** The same run as the part of another round. */
  public ComparedRun inRound(int another) {
    return new ComparedRun(target, another, folder, run);
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
