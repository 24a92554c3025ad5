package fleetpoll.shard;

import fleetpoll.run.Decimals;
import fleetpoll.run.Event;
import fleetpoll.run.Storm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lays the storms and the events of the shards on one time axis. */
record Happenings(Shards shards) {

  /** They are made anew from the storms of the whole fleet. */
  private static final Set<String> OF_STORMS = Set.of("storm", "storm-over");

  /** The storms of the whole fleet: each strikes all shards. */
  List<Storm> storms() {
    int most = shards.runs().stream().mapToInt(s -> s.run().storms().size()).max().orElse(0);
    List<Storm> storms = new ArrayList<>();
    for (int number = 0; number < most; number++) {
      List<Storm> parts = new ArrayList<>();
      for (ShardRun shard : shards.runs()) {
        if (number < shard.run().storms().size()) {
          parts.add(later(shard.run().storms().get(number), shards.shiftS(shard)));
        }
      }
      storms.add(storm(parts));
    }
    return storms;
  }

  private static Storm later(Storm storm, double shiftS) {
    return new Storm(
        Decimals.thousandths(storm.tS() + shiftS),
        storm.devices(),
        storm.back(),
        storm.allBackS(),
        storm.koBy());
  }

  /** From when it struck the first until the last is back. */
  private static Storm storm(List<Storm> parts) {
    Map<String, Long> koBy = new LinkedHashMap<>();
    parts.forEach(
        part -> part.koBy().forEach((reason, count) -> koBy.merge(reason, count, Long::sum)));
    boolean areAllBack =
        parts.stream().allMatch(part -> part.allBackS() != null || part.devices() == 0);
    double tS = parts.stream().mapToDouble(Storm::tS).min().orElseThrow();
    return new Storm(
        tS,
        parts.stream().mapToLong(Storm::devices).sum(),
        parts.stream().mapToLong(Storm::back).sum(),
        areAllBack
            ? parts.stream()
                .filter(part -> part.allBackS() != null)
                .map(part -> Decimals.thousandths(part.tS() + part.allBackS() - tS))
                .reduce(null, Decimals::greater)
            : null,
        koBy);
  }

  /**
   * The events of all shards, each with its shard, in order.
   *
   * @param storms of the whole fleet
   * @param further events
   */
  List<Event> events(List<Storm> storms, List<Event> further) {
    Stream<Event> own =
        shards.runs().stream()
            .flatMap(
                shard ->
                    shard.run().events().stream()
                        .filter(event -> !OF_STORMS.contains(event.kind()))
                        .map(event -> of(shard, event)));
    return Stream.of(own, storms.stream().flatMap(Storm::events), further.stream())
        .flatMap(events -> events)
        .sorted(Comparator.comparingDouble(Event::tS))
        .toList();
  }

  private Event of(ShardRun shard, Event event) {
    return new Event(
        Decimals.thousandths(event.tS() + shards.shiftS(shard)),
        event.kind(),
        "%s: %s".formatted(shard.capitalized(), event.text()));
  }
}
