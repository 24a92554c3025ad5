package fleetpoll.capacity;

import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Finding;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.capacity.search.Goal;
import fleetpoll.capacity.search.Known;
import fleetpoll.figure.Numbers;
import fleetpoll.report.Durations;
import fleetpoll.text.Sentence;
import java.time.Duration;
import java.util.OptionalInt;

/** The answer of a search in words. It never claims more than its bounds say. */
final class CapacityWords {

  private static final double PERCENT = 100;
  private static final long MILLIS = 1_000;
  private static final Bounds NONE = new Bounds(OptionalInt.empty(), OptionalInt.empty());

  private CapacityWords() {}

  /** The bounds: {@code ≥ 357 and < 375}; {@code -} if there are none. */
  static String bounds(Integer lower, Integer upper) {
    if (lower == null) {
      return upper == null ? Numbers.NONE : "< " + Numbers.count(upper);
    }
    String least = "≥ " + Numbers.count(lower);
    return upper == null ? least : least + " and < " + Numbers.count(upper);
  }

  /** The answer for one target, in a sentence or two. */
  static String answer(TargetFinding finding, Claim claim) {
    String with = ", with " + claim.levelWords();
    return switch (finding.reason()) {
      case FOUND -> Sentence.begin(devices(finding)) + with + ".";
      case TO -> Sentence.begin(devices(finding)) + with + ": larger fleets were not tried.";
      case FROM -> Sentence.begin(devices(finding)) + with + ": smaller fleets were not tried.";
      case GENERATOR -> ofGenerator(finding, with);
      case UNFINISHED -> soFar(finding, with);
    };
  }

  private static String ofGenerator(TargetFinding finding, String with) {
    return finding.lower() == null && finding.upper() == null
        ? "No number%s: the generator was the limit before the server was.".formatted(with)
        : "%s%s: the generator is the limit%s."
            .formatted(
                Sentence.begin(devices(finding)),
                with,
                finding.upper() == null
                    ? ", so larger fleets are not decided"
                    : ", so sizes in between are not decided");
  }

  private static String soFar(TargetFinding finding, String with) {
    return finding.lower() == null && finding.upper() == null
        ? "No number so far%s: no size is decided.".formatted(with)
        : "So far %s%s: the search has not come to its end.".formatted(devices(finding), with);
  }

  /** {@code at least 357 devices, fewer than 375}. */
  static String devices(TargetFinding finding) {
    Integer lower = finding.lower();
    Integer upper = finding.upper();
    if (lower == null) {
      return upper == null
          ? "an unknown number of devices"
          : "fewer than " + Numbers.counted(upper, "device");
    }
    return "at least "
        + Numbers.counted(lower, "device")
        + (upper == null ? "" : ", fewer than " + Numbers.count(upper));
  }

  /** What is known while a search goes on: never as if it were decided what is not. */
  static String known(Known known) {
    String decided = devices(known.decided());
    if (known.likely().equals(known.decided())) {
      return decided;
    }
    return "likely %s, %s"
        .formatted(
            devices(known.likely()),
            known.decided().equals(NONE) ? "not decided" : "decided " + decided);
  }

  private static String devices(Bounds bounds) {
    return devices(TargetFinding.of("", new Finding(Reason.UNFINISHED, bounds)));
  }

  /** What counts as a bound, in a sentence. */
  static String rule(Claim claim) {
    Goal goal = claim.goal();
    int mayFail = goal.mayFail();
    return ("What is claimed: a fleet of the lower bound's size meets these levels in trials of %s,"
            + " of which %s %s may fail%s. The search tries sizes from %s to %s, until the"
            + " bounds are at most %s %% apart.")
        .formatted(
            seconds(claim.trialS()),
            mayFail == 0 ? "none of" : "at most %s of".formatted(mayFail),
            goal.trials(),
            mayFail == 0 ? "" : ifContradicted(goal.ifContradicted()),
            Numbers.count(goal.from()),
            Numbers.count(goal.to()),
            Numbers.brief(PERCENT * goal.width()));
  }

  private static String ifContradicted(Goal goal) {
    return ", or %s of %s if they contradict each other".formatted(goal.mayFail(), goal.trials());
  }

  /** What the search cost and on what it ran, in a sentence. */
  static String cost(Capacity capacity) {
    return "%s in %s, by Fleetpoll %s and Gatling %s on %s, %s, %s."
        .formatted(
            Numbers.counted(capacity.trials().size(), "trial"),
            seconds(capacity.spentS()),
            capacity.versions().fleetpoll(),
            capacity.versions().gatling(),
            capacity.versions().jvm(),
            capacity.versions().os(),
            Numbers.cores(capacity.versions().cores()));
  }

  /** A duration in words. */
  static String seconds(double seconds) {
    return Durations.rounded(Duration.ofMillis(Math.round(seconds * MILLIS)));
  }
}
