package fleetpoll.run;

import java.util.List;

/**
 * Whether a run can be believed, and whether the target passed.
 *
 * @param reason one sentence
 * @param validity the rules for the generator
 * @param levels the service levels that were set
 */
public record Verdict(
    Judgement judgement, String reason, List<Check> validity, List<Check> levels) {

  /** The verdict of a run that is not yet judged. */
  public static final Verdict PENDING =
      new Verdict(Judgement.INVALID, "Not judged.", List.of(), List.of());

  /** The same checks, of a run that is invalid whatever they say. */
  public Verdict invalid(String why) {
    return new Verdict(Judgement.INVALID, why, validity, levels);
  }
}
