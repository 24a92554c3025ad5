package fleetpoll.judge;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Verdict;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.settings.VerdictSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives a run its verdict. The same evidence gives the same verdict. */
public final class Judge {

  private Judge() {}

  /**
   * Judges first whether the generator was good enough, then whether the service levels were met.
   * An invalid run never passes, and a run of which no level can be judged neither passes nor
   * fails. Of a shard none is: a level is the whole fleet's.
   *
   * @param further levels than the settings', such as those of a baseline
   */
  public static Verdict judge(
      VerdictSettings settings, Evidence evidence, List<ServiceLevel> further) {
    return judge(
        settings, evidence, further, new ValidityRules(settings.validity(), evidence).checks());
  }

  /**
   * The same of a run that several generators made together.
   *
   * @param rules whether each of them was good enough
   */
  public static Verdict judge(
      VerdictSettings settings, Evidence evidence, List<ServiceLevel> further, List<Check> rules) {
    List<LevelRule> judged =
        Stream.concat(settings.levels().stream(), further.stream())
            .map(level -> LevelRule.of(level, evidence))
            .toList();
    boolean isPart = evidence.run().isPart();
    List<Check> levels =
        judged.stream().map(isPart ? LevelRule::ofPart : LevelRule::check).toList();
    List<Check> validity = validity(rules, isPart ? List.of() : judged, any(levels, Status.FAIL));
    Judgement judgement = judgement(validity, levels);
    String reason =
        switch (judgement) {
          case INVALID -> broken(validity);
          case FAIL -> broken(levels);
          case PASS -> met(levels, asFarAs(evidence, settings));
          case VALID ->
              isPart
                  ? ofPart(asFarAs(evidence, settings))
                  : notJudged(levels, asFarAs(evidence, settings));
        };
    return new Verdict(judgement, reason, validity, levels);
  }

  /**
   * The rules of validity, after one for each level that the generator's lateness hides.
   *
   * @param rules the others
   * @param failed whether another level fails for certain; then those only warn
   */
  private static List<Check> validity(List<Check> rules, List<LevelRule> levels, boolean failed) {
    Status broken = failed ? Status.WARN : Status.FAIL;
    return Stream.concat(
            levels.stream().flatMap(level -> level.generator(broken).stream()), rules.stream())
        .toList();
  }

  private static Judgement judgement(List<Check> validity, List<Check> levels) {
    if (any(validity, Status.FAIL)) {
      return Judgement.INVALID;
    }
    if (any(levels, Status.FAIL)) {
      return Judgement.FAIL;
    }
    return any(levels, Status.PASS) ? Judgement.PASS : Judgement.VALID;
  }

  private static boolean any(List<Check> checks, Status status) {
    return checks.stream().anyMatch(check -> check.status() == status);
  }

  private static List<Check> all(List<Check> checks, Status status) {
    return checks.stream().filter(check -> check.status() == status).toList();
  }

  /** The first broken check in full, and how many others there are. */
  private static String broken(List<Check> checks) {
    List<Check> broken = all(checks, Status.FAIL);
    String first = broken.get(0).sentence();
    int others = broken.size() - 1;
    return others == 0
        ? first
        : "%s; %s other %s broken too."
            .formatted(
                first.substring(0, first.length() - 1),
                others,
                others == 1 ? "limit is" : "limits are");
  }

  private static String met(List<Check> levels, String asFarAs) {
    if (any(levels, Status.WARN)) {
      int met = all(levels, Status.PASS).size();
      return "%s of %s service levels %s met%s; %s could not be judged."
          .formatted(met, levels.size(), met == 1 ? "was" : "were", asFarAs, doubted(levels));
    }
    return levels.size() == 1
        ? "The service level was met%s.".formatted(asFarAs)
        : "All %s service levels were met%s.".formatted(levels.size(), asFarAs);
  }

  private static String ofPart(String asFarAs) {
    return "The generator was good enough%s; the service levels are judged when all shards are merged."
        .formatted(asFarAs);
  }

  private static String notJudged(List<Check> levels, String asFarAs) {
    return levels.isEmpty()
        ? "The generator was good enough%s, and there were no service levels to meet."
            .formatted(asFarAs)
        : "The generator was good enough%s, but %s could not be judged."
            .formatted(asFarAs, doubted(levels));
  }

  private static String doubted(List<Check> levels) {
    return all(levels, Status.WARN).stream().map(Check::key).collect(Collectors.joining(", "));
  }

  private static String asFarAs(Evidence evidence, VerdictSettings settings) {
    return evidence.ticks() >= settings.validity().ticks()
        ? ""
        : ", as far as %s tell%s"
            .formatted(Numbers.counted(evidence.ticks(), "tick"), evidence.ticks() == 1 ? "s" : "");
  }
}
