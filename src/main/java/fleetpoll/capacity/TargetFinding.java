package fleetpoll.capacity;

import fleetpoll.capacity.search.Finding;
import fleetpoll.capacity.search.Finding.Reason;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the search found out about one target.
 *
 * @param target the parameter {@code target}, as it was written
 * @param lower the relevant lower bound in devices; null if there is none
 * @param upper the relevant upper bound in devices; null if there is none
 * @param note why the search of this target ended without its answer, in a sentence; null: no more
 *     to say
 */
public record TargetFinding(
    String target, Reason reason, Integer lower, Integer upper, String note) {

  /** A finding always has a target and a reason. */
  public TargetFinding {
    Objects.requireNonNull(target);
    Objects.requireNonNull(reason);
  }

  /** A finding about which there is no more to say. */
  public static TargetFinding of(String target, Finding finding) {
    return of(target, finding, null);
  }

  /** A finding with a note. */
  public static TargetFinding of(String target, Finding finding, String note) {
    return new TargetFinding(
        target,
        finding.reason(),
        boxed(finding.bounds().lower()),
        boxed(finding.bounds().upper()),
        note);
  }

  private static Integer boxed(OptionalInt bound) {
    return bound.isPresent() ? Integer.valueOf(bound.getAsInt()) : null;
  }
}
