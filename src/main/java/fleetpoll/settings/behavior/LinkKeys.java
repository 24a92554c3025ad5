package fleetpoll.settings.behavior;

import fleetpoll.config.Checked;
import fleetpoll.config.DurationRange;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.figure.Numbers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys of the devices' link. A figure that it does not give itself is that of the named link
 * that it is like.
 */
public final class LinkKeys {

  private static final OrWord<Long> RATE = OrWord.none(new BitRate());
  private static final OrWord<Duration> LATENCY = OrWord.none(DurationRange.of("0 ms", "1 m"));

  private static final Keys NAMED = new Keys();
  private static final Key<Optional<Long>> NAMED_DOWN = NAMED.add(Key.of("down", RATE).optional());
  private static final Key<Optional<Long>> NAMED_UP = NAMED.add(Key.of("up", RATE).optional());
  private static final Key<Optional<Duration>> NAMED_LATENCY =
      NAMED.add(Key.of("latency", LATENCY).optional());

  private final Key<Optional<String>> like;
  private final Key<Optional<Long>> down;
  private final Key<Optional<Long>> up;
  private final Key<Optional<Duration>> latency;
  private final Key<Setting> links;

  LinkKeys(Keys fleet) {
    like = fleet.add(Key.of("link.like", OrWord.none(TextPattern.NOT_EMPTY)));
    down = fleet.add(Key.of("link.down", RATE));
    up = fleet.add(Key.of("link.up", RATE));
    latency = fleet.add(Key.of("link.latency", LATENCY));
    links = fleet.add(Key.ofFiles("links"));
  }

  void check(Checked fleet, Problems problems) {
    Optional<Setting> named = fleet.find(links);
    named
        .filter(table -> !table.isObject())
        .ifPresent(table -> problems.add(table, "must be an object: { mine { down = 1 Mbit/s } }"));
    Map<String, Setting> byName = named.map(Setting::children).orElse(Map.of());
    byName.forEach(
        (name, entry) -> {
          NAMED.check(entry, "must be an object such as { down = 1 Mbit/s }", problems);
          if (entry.isObject()) {
            NAMED.refuseOthers(entry, problems);
          }
        });
    fleet
        .find(like)
        .flatMap(name -> name)
        .filter(name -> !byName.containsKey(name))
        .ifPresent(
            name ->
                problems.add(
                    fleet.written(like),
                    "must be one of links, %s, or none"
                        .formatted(String.join(", ", new TreeSet<>(byName.keySet())))));
  }

  /**
   * Refuses a time-out within which the longest answer cannot come.
   *
   * @param endpoint whose answer is the longest
   * @param bytes of its body
   */
  public void checkTime(
      Checked fleet, Key<Duration> timeout, String endpoint, long bytes, Problems problems) {
    if (!fleet.has(timeout, like, down, up, latency, links) || problems.concern("link")) {
      return;
    }
    Optional<Duration> least = settings(fleet).map(link -> link.leastTime(bytes));
    if (least.filter(time -> time.compareTo(fleet.get(timeout)) >= 0).isPresent()) {
      String what = bytes == 0 ? "" : " of " + Numbers.count(bytes) + " bytes";
      problems.add(
          fleet.written(timeout),
          String.format(
              Locale.ROOT,
              "must be more than %.3f s: an answer of %s%s takes that long on the devices' link",
              least.get().toNanos() / 1e9,
              endpoint,
              what));
    }
  }

  /** The link; only when there are no problems with its keys. Empty if there is nothing in it. */
  Optional<LinkSettings> settings(Checked fleet) {
    Optional<Long> downBits = figure(fleet, down, NAMED_DOWN);
    Optional<Long> upBits = figure(fleet, up, NAMED_UP);
    Duration delay = figure(fleet, latency, NAMED_LATENCY).orElse(Duration.ZERO);
    return downBits.isEmpty() && upBits.isEmpty() && delay.isZero()
        ? Optional.empty()
        : Optional.of(new LinkSettings(optional(downBits), optional(upBits), delay));
  }

  private <T> Optional<T> figure(Checked fleet, Key<Optional<T>> own, Key<Optional<T>> named) {
    return fleet
        .get(own)
        .or(
            () ->
                named(fleet)
                    .map(entry -> NAMED.check(entry, "", new Problems()))
                    .flatMap(entry -> entry.find(named))
                    .flatMap(value -> value));
  }

  /** The entry of the link that this one is like. */
  private Optional<Setting> named(Checked fleet) {
    return fleet.get(like).flatMap(fleet.get(links)::child);
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /**
   * What is in force of the link: in place of a figure that it does not give itself, the named
   * link's; and nothing of the table of named links.
   */
  public Stream<Parameter> inForce(Checked fleet, Parameter parameter) {
    if (parameter.key().equals(links.name())) {
      return Stream.empty();
    }
    return Stream.of(
        inForce(fleet, parameter, down, NAMED_DOWN)
            .or(() -> inForce(fleet, parameter, up, NAMED_UP))
            .or(() -> inForce(fleet, parameter, latency, NAMED_LATENCY))
            .orElse(parameter));
  }

  private <T> Optional<Parameter> inForce(
      Checked fleet, Parameter parameter, Key<Optional<T>> own, Key<Optional<T>> named) {
    return parameter.key().equals(own.name()) && fleet.get(own).isEmpty()
        ? named(fleet)
            .flatMap(entry -> entry.child(named.name()))
            .map(
                written ->
                    new Parameter(parameter.key(), written.written(), written.origin())
                        .meaning(figure(fleet, own, named)))
        : Optional.empty();
  }
}
