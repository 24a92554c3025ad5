package fleetpoll.settings.behavior;

import fleetpoll.config.Checked;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.Percent;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of what a device does by itself. */
public final class BehaviorKeys {

  private static final DurationRange TO_AN_HOUR = DurationRange.of("1 ms", "1 h");
  private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(100);

  private final Key<Duration> jitter;
  private final Key<Optional<Duration>> first;
  private final Key<Double> factor;
  private final Key<Duration> most;
  private final Key<Double> retryJitter;
  private final Key<Optional<Duration>> on;
  private final Key<Optional<Duration>> off;
  private final LinkKeys link;

  /** Adds them to a fleet's other keys. */
  public BehaviorKeys(Keys fleet) {
    jitter = fleet.add(Key.of("jitter", DurationRange.of("0 s", "1 h")));
    first = fleet.add(Key.of("retry.first", OrWord.none(TO_AN_HOUR)));
    factor = fleet.add(Key.of("retry.factor", BehaviorKeys::factor));
    most = fleet.add(Key.of("retry.most", TO_AN_HOUR));
    retryJitter = fleet.add(Key.of("retry.jitter", new Percent()));
    on = fleet.add(Key.of("duty.on", OrWord.none(DurationRange.of("1 ms", "7 d"))));
    off = fleet.add(Key.of("duty.off", OrWord.none(DurationRange.of("1 ms", "7 d"))));
    link = new LinkKeys(fleet);
  }

  /** The keys of the link. */
  public LinkKeys link() {
    return link;
  }

  /**
   * Refuses what does not fit together.
   *
   * @param interval of the fleet
   */
  public void check(Checked fleet, Key<Duration> interval, Problems problems) {
    link.check(fleet, problems);
    checkRetry(fleet, problems);
    checkDuty(fleet, on, off, problems);
    checkDuty(fleet, off, on, problems);
    if (!fleet.has(interval)) {
      return;
    }
    Duration step = fleet.get(interval);
    String written = said(fleet.written(interval));
    if (fleet.find(jitter).filter(longest -> longest.compareTo(step) > 0).isPresent()) {
      problems.add(fleet.written(jitter), "must be at most one interval, " + written);
    }
    for (Key<Optional<Duration>> key : List.of(on, off)) {
      if (given(fleet, key).filter(time -> time.compareTo(step) < 0).isPresent()) {
        problems.add(fleet.written(key), "must be at least one interval, " + written);
      }
    }
  }

  private void checkRetry(Checked fleet, Problems problems) {
    Optional<Duration> longest = fleet.find(most);
    if (given(fleet, first)
        .filter(least -> longest.filter(limit -> limit.compareTo(least) < 0).isPresent())
        .isPresent()) {
      problems.add(
          fleet.written(most), "must be at least retry.first, " + said(fleet.written(first)));
    }
  }

  private static void checkDuty(
      Checked fleet,
      Key<Optional<Duration>> one,
      Key<Optional<Duration>> other,
      Problems problems) {
    if (fleet.has(one, other) && fleet.get(one).isPresent() && fleet.get(other).isEmpty()) {
      problems.add(
          fleet.written(other),
          "must be a duration if %s is one, %s".formatted(one.name(), said(fleet.written(one))));
    }
  }

  private static <T> Optional<T> given(Checked fleet, Key<Optional<T>> key) {
    return fleet.find(key).flatMap(value -> value);
  }

  static String said(Setting written) {
    return "%s (%s)".formatted(written.written(), written.origin());
  }

  private static double factor(String text) {
    try {
      BigDecimal factor = new BigDecimal(text.strip());
      if (factor.compareTo(BigDecimal.ONE) >= 0 && factor.compareTo(MOST_FACTOR) <= 0) {
        return factor.doubleValue();
      }
    } catch (NumberFormatException e) {
      throw notAllowed(e);
    }
    throw notAllowed(null);
  }

  private static IllegalArgumentException notAllowed(Throwable cause) {
    return new IllegalArgumentException("must be a number from 1 to 100, such as 2 or 1.5", cause);
  }

  /** The settings; only when there are no problems. */
  public BehaviorSettings settings(Checked fleet) {
    return new BehaviorSettings(
        fleet.get(jitter),
        fleet
            .get(first)
            .map(
                time ->
                    new RetrySettings(
                        time, fleet.get(factor), fleet.get(most), fleet.get(retryJitter))),
        fleet.get(on).map(time -> new DutySettings(time, fleet.get(off).orElseThrow())),
        link.settings(fleet));
  }
}
