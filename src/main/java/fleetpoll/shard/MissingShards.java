package fleetpoll.shard;

import fleetpoll.config.Parameter;
import fleetpoll.figure.Numbers;
import fleetpoll.run.shard.Shard;
import fleetpoll.settings.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says which shards there are no whole runs of, and which devices are missing with them.
 *
 * @param all that could be read
 * @param whole of those
 * @param lost the others that were given
 */
record MissingShards(List<ShardRun> all, List<ShardRun> whole, List<Lost> lost) {

  private static final int NAMED = 3;

  /** A sentence for each, without its end: first those that are there and not whole. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Lost each : lost) {
      sentences.add(
          each.problem()
              + each.run().map(run -> ", so %s".formatted(devices(run.shard()))).orElse(""));
    }
    if (!all.isEmpty()) {
      Shard any = all.get(0).shard();
      Set<Integer> given =
          all.stream()
              .filter(run -> run.isOfFleet(any))
              .map(ShardRun::index)
              .collect(Collectors.toSet());
      IntStream.range(0, any.count())
          .filter(index -> !given.contains(index))
          .mapToObj(index -> other(any, index))
          .map(shard -> "%s is missing, so %s".formatted(shard.words(), devices(shard)))
          .forEach(sentences::add);
    }
    return sentences;
  }

  private static Shard other(Shard any, int index) {
    return new Shard(index, any.count(), any.fleetDevices(), any.startAt(), null, null, null);
  }

  /**
   * Such as {@code 125 devices are missing: device-0002, device-0006, device-0010 … device-0498}.
   */
  private String devices(Shard shard) {
    List<String> ids =
        IntStream.iterate(shard.index(), d -> d < shard.fleetDevices(), d -> d + shard.count())
            .limit(NAMED + 1L)
            .mapToObj(d -> id(d, shard))
            .toList();
    int number = shard.ownDevices();
    int last = shard.number(number - 1);
    String shown = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    if (number > NAMED) {
      shown += (number == NAMED + 1 ? ", " : " … ") + id(last, shard);
    }
    return "%s %s missing: %s"
        .formatted(Numbers.counted(number, "device"), number == 1 ? "is" : "are", shown);
  }

  /** The ids of identities from a file are known to their own shard only. */
  private String id(int number, Shard shard) {
    return all.stream()
        .filter(run -> run.isOf(shard))
        .map(run -> run.run().devices())
        .filter(devices -> devices.size() == shard.ownDevices())
        .map(devices -> devices.get(number / shard.count()))
        .findFirst()
        .orElseGet(
            () ->
                hasNumbers()
                    ? Identity.numbered(number, shard.fleetDevices()).id()
                    : "number %s of the identities".formatted(Numbers.count(number + 1L)));
  }

  private boolean hasNumbers() {
    return all.get(0).run().parameters().stream()
        .filter(parameter -> parameter.key().equals("identities"))
        .map(Parameter::value)
        .allMatch("none"::equals);
  }
}
