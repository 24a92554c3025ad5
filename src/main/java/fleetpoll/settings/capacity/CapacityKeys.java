package fleetpoll.settings.capacity;

import fleetpoll.capacity.search.Goal;
import fleetpoll.config.Checked;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.Percent;
import fleetpoll.config.TextPattern;
import fleetpoll.config.WholeNumber;
import fleetpoll.text.FilePath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The keys of {@code capacity.conf}: the name of each parameter and its allowed values. */
public final class CapacityKeys {

  /** The object that contains them. */
  public static final String ROOT = "capacity";

  public static final Keys ALL = new Keys();

  private static final WholeNumber DEVICES = new WholeNumber(1, 100_000);
  private static final double HUNDRED = 100;

  static final Key<Integer> FROM = add("from", DEVICES.asInt());
  static final Key<Integer> TO = add("to", DEVICES.asInt());
  static final Key<Double> WIDTH = add("width", CapacityKeys::width);
  static final Key<Duration> TRIAL = add("trial", DurationRange.of("1 s", "1 h"));
  static final Key<Integer> TRIALS = add("trials", new WholeNumber(1, 99).asInt());
  static final Key<Double> EXCEED = add("exceed", new Exceed());
  static final Key<Duration> BUDGET = add("budget", DurationRange.of("1 s", "7 d"));
  static final Key<Duration> COOL_DOWN = add("cool-down", DurationRange.of("0 s", "1 h"));
  static final Key<Optional<Path>> RESUME =
      add(
          "resume",
          OrWord.none(
              TextPattern.NOT_EMPTY.andThen(text -> FilePath.of(text, "a search's folder"))));

  private CapacityKeys() {}

  private static <T> Key<T> add(String name, Function<String, T> type) {
    return ALL.add(Key.of(ROOT + "." + name, type));
  }

  /** As a share of 1. */
  private static double width(String text) {
    double percent = new Percent().apply(text);
    if (percent == 0) {
      throw new IllegalArgumentException(
          "must be more than 0%: no two sizes are closer than one device");
    }
    return percent / HUNDRED;
  }

  static Goal goal(Checked values) {
    return new Goal(
        values.get(FROM),
        values.get(TO),
        values.get(WIDTH),
        values.get(TRIALS),
        values.get(EXCEED));
  }
}
