package fleetpoll.settings.capacity;

import fleetpoll.capacity.search.Goal;
import fleetpoll.config.Checked;
import fleetpoll.config.Key;
import fleetpoll.config.Layers;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first pass over the parameters of a search for a capacity. The fleet's own parameters are
 * checked as those of the largest fleet that the search may try.
 */
public final class CapacityCheck {

  private static final String NO_LEVEL =
      "at least one level must be set: a capacity is one for something, such as slo.success ="
          + " 99.9%";

  /** The budget runs from before the first trial. */
  private static final Duration BEGINNING = Duration.ofSeconds(1);

  private final Fleet fleet;
  private final Layers layers;
  private final Problems problems;
  private final Checked values;

  /** The keys of a fleet that a search sets, or cannot do with. */
  public record Fleet(
      Key<Long> devices,
      Key<Duration> duration,
      Key<Duration> ramp,
      Key<Duration> warmUp,
      Key<Duration> warmUpRamp,
      Key<Integer> rounds,
      Key<Optional<Path>> baseline,
      Key<List<String>> targets) {}

  /** Checks what is the search's own. */
  public CapacityCheck(Fleet fleet, Layers layers, Problems problems) {
    this.fleet = fleet;
    this.layers = layers;
    this.problems = problems;
    this.values = CapacityKeys.ALL.check(layers, problems);
    checkRange();
    checkExceed();
    refuse(fleet.devices(), "the search decides: set capacity.from and capacity.to instead");
    refuse(fleet.duration(), "a trial's duration is capacity.trial: set that instead");
    refuse(
        fleet.ramp(),
        "no ramp is part of a trial: its devices' starts are spread within its warm-up; set"
            + " warm-up-ramp instead");
  }

  /** The layers of the largest trial, in which the search's values are the fleet's. */
  public Layers largestTrial() {
    List<Setting> instead = new ArrayList<>();
    values
        .findWritten(CapacityKeys.TO)
        .filter(to -> values.has(CapacityKeys.TO))
        .ifPresent(to -> instead.add(to.named(fleet.devices().name())));
    values
        .findWritten(CapacityKeys.TRIAL)
        .filter(t -> values.has(CapacityKeys.TRIAL))
        .ifPresent(trial -> instead.add(trial.named(fleet.duration().name())));
    layers.find(fleet.ramp()).ifPresent(ramp -> instead.add(ramp.withText("0 s")));
    return layers.with(instead);
  }

  /**
   * Checks what depends on the fleet.
   *
   * @param largest its values in the largest trial
   * @param levels how many service levels are set
   */
  public void check(Checked largest, int levels) {
    if (levels == 0) {
      problems.add("slo", layers.of().shownAs(), NO_LEVEL);
    }
    if (largest.find(fleet.rounds()).filter(rounds -> rounds > 1).isPresent()) {
      problems.add(
          largest.written(fleet.rounds()), "must be 1: capacity.trials says how often to repeat");
    }
    if (largest.find(fleet.baseline()).flatMap(folder -> folder).isPresent()) {
      problems.add(
          largest.written(fleet.baseline()),
          "must be none: an earlier run says nothing about trials of other sizes");
    }
    if (largest.find(fleet.warmUp()).filter(Duration::isZero).isPresent()) {
      problems.add(
          largest.written(fleet.warmUp()),
          "must be more than 0 s: the devices of a trial connect in it, which is in no figure");
    }
    if (largest.has(fleet.warmUp(), fleet.targets())) {
      checkBudget(largest.get(fleet.warmUp()), largest.get(fleet.targets()).size());
    }
  }

  /** Refuses what would make a trial a part of a fleet, or let the first one wait. */
  public void checkShard(boolean isPart, boolean waits) {
    if (isPart) {
      refuse("shard.count", "must be 1: a trial is a whole fleet");
    }
    if (waits) {
      refuse("start-at", "must be none: the trials of a search start one after the other");
    }
  }

  private void refuse(String key, String wrong) {
    problems.add(key, layers.originOf(key).orElse(layers.of().shownAs()), wrong);
  }

  /**
   * The second pass; call it only if the first has found no problems.
   *
   * @param largest the fleet's values in the largest trial
   */
  public CapacitySettings settings(Checked largest) {
    Duration ramp = largest.get(fleet.warmUpRamp());
    return new CapacitySettings(
        CapacityKeys.goal(values),
        values.get(CapacityKeys.TRIAL),
        ramp.isZero() ? largest.get(fleet.warmUp()).dividedBy(2) : ramp,
        values.get(CapacityKeys.BUDGET),
        values.get(CapacityKeys.COOL_DOWN),
        values.get(CapacityKeys.RESUME),
        CapacityKeys.ALL.inForce(layers));
  }

  private void checkRange() {
    if (values.has(CapacityKeys.FROM, CapacityKeys.TO)
        && values.get(CapacityKeys.FROM) >= values.get(CapacityKeys.TO)) {
      Setting to = values.written(CapacityKeys.TO);
      problems.add(
          values.written(CapacityKeys.FROM),
          "must be less than to, %s (%s)".formatted(to.written(), to.origin()));
    }
  }

  /** With too few trials, the first failure would decide, whatever share may exceed. */
  private void checkExceed() {
    if (!values.has(CapacityKeys.TRIALS, CapacityKeys.EXCEED)) {
      return;
    }
    double exceed = values.get(CapacityKeys.EXCEED);
    int trials = values.get(CapacityKeys.TRIALS);
    if (exceed > 0 && goal(trials).mayFail() == 0) {
      Setting written = values.written(CapacityKeys.EXCEED);
      problems.add(
          values.written(CapacityKeys.TRIALS),
          String.format(
              Locale.ROOT,
              "must be at least %.0f, so that one trial may fail if exceed is %s (%s); with"
                  + " exceed = 0, none may",
              Math.ceil(1 / exceed - 1e-9),
              written.written(),
              written.origin()));
    }
  }

  /** Its trials are what matters; the rest may be wrong. */
  private Goal goal(int trials) {
    return new Goal(1, 2, 1, trials, values.get(CapacityKeys.EXCEED));
  }

  private void refuse(Key<?> key, String instead) {
    layers
        .find(key)
        .filter(Setting::isFromCommandLine)
        .ifPresent(setting -> problems.add(setting, instead));
  }

  /** The shortest search is one whose smallest fleet fails. */
  private void checkBudget(Duration warmUp, int targets) {
    if (values.has(CapacityKeys.BUDGET, CapacityKeys.TRIAL, CapacityKeys.COOL_DOWN)
        && values.has(CapacityKeys.TRIALS, CapacityKeys.EXCEED)) {
      int trials = targets * goal(values.get(CapacityKeys.TRIALS)).mustFail();
      SearchTime time =
          new SearchTime(
              warmUp, values.get(CapacityKeys.TRIAL), values.get(CapacityKeys.COOL_DOWN));
      Duration least = time.of(trials).plus(BEGINNING);
      if (values.get(CapacityKeys.BUDGET).compareTo(least) < 0) {
        problems.add(
            values.written(CapacityKeys.BUDGET),
            "must be at least %s s, the shortest search: %s %s of %s s, with their starts, warm-ups and ends, and the pauses between them"
                .formatted(
                    (least.toMillis() + 999) / 1_000,
                    trials,
                    trials == 1 ? "trial" : "trials",
                    (time.each().toMillis() + 999) / 1_000));
      }
    }
  }
}
