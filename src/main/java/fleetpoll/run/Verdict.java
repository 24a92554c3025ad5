package fleetpoll.run;

import java.util.List;

/**
 * Whether a run can be believed, and whether the target passed.
 *
 * @param reason one sentence
 * @param validity the rules for the generator
 * @param levels the service levels asked for
 */
public record Verdict(
    Judgement judgement, String reason, List<Check> validity, List<Check> levels) {

  /** What a run has until it is judged. */
  public static final Verdict PENDING =
      new Verdict(Judgement.INVALID, "Not judged.", List.of(), List.of());
}
