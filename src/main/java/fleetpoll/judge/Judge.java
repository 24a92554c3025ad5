package fleetpoll.judge;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.Verdict;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.settings.VerdictSettings;
import java.util.List;
import java.util.stream.Stream;

/** Gives a run its verdict. The same evidence gives the same verdict. */
public final class Judge {

  private Judge() {}

  /**
   * Judges first whether the generator was good enough, then whether the service levels were met.
   * An invalid run never passes, and a run without levels never fails.
   */
  public static Verdict judge(VerdictSettings settings, Evidence evidence) {
    return judge(settings, evidence, List.of());
  }

  /** The same with further levels than the settings', such as those of a baseline. */
  public static Verdict judge(VerdictSettings settings, Evidence evidence, List<Check> further) {
    List<Check> validity = new ValidityRules(settings.validity(), evidence).checks();
    List<Check> levels =
        Stream.concat(
                settings.levels().stream().map(level -> check(level, evidence.run())),
                further.stream())
            .toList();
    Judgement judgement = judgement(validity, levels);
    String reason =
        switch (judgement) {
          case INVALID -> broken(validity);
          case FAIL -> broken(levels);
          case PASS -> met(levels.size()) + asFarAs(evidence, settings) + ".";
          case VALID ->
              "The generator was good enough%s, and there were no service levels to meet."
                  .formatted(asFarAs(evidence, settings));
        };
    return new Verdict(judgement, reason, validity, levels);
  }

  private static Check check(ServiceLevel level, Run run) {
    String endpoint = level.endpoint().orElse(null);
    return Check.of(level.key(), level.figure(), endpoint, level.limit(), run);
  }

  private static Judgement judgement(List<Check> validity, List<Check> levels) {
    if (validity.stream().anyMatch(Judge::isBroken)) {
      return Judgement.INVALID;
    }
    if (levels.isEmpty()) {
      return Judgement.VALID;
    }
    return levels.stream().anyMatch(Judge::isBroken) ? Judgement.FAIL : Judgement.PASS;
  }

  private static boolean isBroken(Check check) {
    return check.status() == Status.FAIL;
  }

  /** The first broken check in full, and how many others there are. */
  private static String broken(List<Check> checks) {
    List<Check> broken = checks.stream().filter(Judge::isBroken).toList();
    String first = broken.get(0).sentence();
    int others = broken.size() - 1;
    return others == 0
        ? first
        : "%s; %d other %s broken too."
            .formatted(
                first.substring(0, first.length() - 1),
                others,
                others == 1 ? "limit is" : "limits are");
  }

  private static String met(int levels) {
    return levels == 1
        ? "The service level was met"
        : "All %d service levels were met".formatted(levels);
  }

  private static String asFarAs(Evidence evidence, VerdictSettings settings) {
    return evidence.ticks() >= settings.validity().ticks()
        ? ""
        : ", as far as %s ticks tell".formatted(Unit.COUNT.exactly(evidence.ticks()));
  }
}
