package fleetpoll.capacity;

import fleetpoll.capacity.search.Forecast;
import fleetpoll.capacity.search.Trial;
import fleetpoll.figure.Numbers;
import fleetpoll.report.Durations;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.VerdictSettings;
import fleetpoll.settings.capacity.CapacitySettings;
import fleetpoll.settings.capacity.SearchTime;
import java.time.Duration;
import java.util.List;

/**
 * What a search for a capacity is going to do, and for how long, before its first trial and while
 * it goes on.
 *
 * @param settings of the largest fleet that it may try
 * @param search what is its own
 */
public record SearchPlan(FleetSettings settings, CapacitySettings search) {

  private static final String TO = "capacity.to";

  /** The plan of settings that contain a search. */
  public static SearchPlan of(FleetSettings settings) {
    return new SearchPlan(settings, settings.capacity().orElseThrow());
  }

  /**
   * The limits of this machine that the largest fleet exceeds, each as a sentence that says how to
   * raise it; capacity.to can be lowered, too.
   */
  public List<String> tooLarge(Limits limits) {
    return Plan.of(settings).obstacles(limits, TO).stream()
        .map(obstacle -> TO + ": " + obstacle)
        .toList();
  }

  /** Why the smallest fleet says too little, a sentence each. */
  public List<String> tooSmall() {
    VerdictSettings verdict = settings.verdict();
    return new SmallestTrial(Plan.of(settings), search.goal().from())
        .obstacles(verdict.levels(), verdict.validity().ticks());
  }

  /** How long its trials take. */
  public SearchTime time() {
    return new SearchTime(settings.warmUp(), search.trial(), search.coolDown());
  }

  /**
   * How long the search is likely to go on, at most for what is left of its budget.
   *
   * @param trials each target's, in their order
   * @param left of the budget
   */
  public Duration left(List<List<Trial>> trials, Duration left) {
    int likely = trials.stream().mapToInt(own -> Forecast.of(search.goal(), own).likely()).sum();
    return least(time().of(likely), left);
  }

  /** Lines of plain ASCII. */
  public List<String> lines() {
    Forecast forecast = Forecast.of(search.goal(), List.of());
    int targets = settings.comparison().targets().size();
    Duration budget = search.budget();
    return List.of(
        line("search", goal()),
        line("servers", String.join(", ", settings.shownTargets())),
        line(
            "trial",
            "%s a device, after a warm-up of %s with starts spread over its first %s; %s apart"
                .formatted(
                    Durations.exact(search.trial()),
                    zero(settings.warmUp()),
                    zero(search.warmUpRamp()),
                    zero(search.coolDown()))),
        line(
            "trials",
            ("at least %s, likely %s, at most %s%s; more if they contradict each other or the"
                    + " generator is the limit")
                .formatted(
                    forecast.least(),
                    forecast.likely(),
                    forecast.most(),
                    targets == 1 ? "" : " for each of the " + targets + " servers")),
        line(
            "time",
            "about %s at least, likely %s, at most %s (capacity.budget)"
                .formatted(
                    minutes(least(time().of(targets * forecast.least()), budget)),
                    minutes(least(time().of(targets * forecast.likely()), budget)),
                    Durations.exact(budget))));
  }

  private String goal() {
    return "the largest fleet from %s to %s devices for which the levels hold, to %s%%"
        .formatted(
            Numbers.count(search.goal().from()),
            Numbers.count(search.goal().to()),
            Numbers.brief(search.goal().width() * 100));
  }

  /** In whole minutes from two on: it is an estimate. */
  private static String minutes(Duration duration) {
    long seconds = duration.toSeconds();
    return Durations.exact(
        Duration.ofSeconds(seconds < 120 ? Math.max(1, seconds) : (seconds + 30) / 60 * 60));
  }

  private static String zero(Duration duration) {
    return duration.isZero() ? "0 s" : Durations.exact(duration);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String line(String name, String text) {
    return "%-14s  %s".formatted(name, text);
  }
}
