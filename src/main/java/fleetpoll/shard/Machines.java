package fleetpoll.shard;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.Usage;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the server and the generators used. All shards poll one server, so its figures are those of
 * one shard that knows them. Each figure of the generators and their machines is that of the one
 * that used the most.
 */
record Machines(Shards shards) {

  /** The place of the first shard that knows what the server used; empty if none does. */
  OptionalInt server() {
    return IntStream.range(0, shards.runs().size())
        .filter(shard -> run(shard).resources().targetFound() != null)
        .findFirst();
  }

  /**
   * What they used.
   *
   * @param totals of the whole fleet
   */
  Resources resources(List<EndpointTotals> totals) {
    Resources first = shards.first().resources();
    Run known = server().isPresent() ? run(server().getAsInt()) : shards.first();
    Resources server = known.resources();
    return new Resources(
        server.targetFound(),
        server().isPresent() ? server.advice() : first.advice(),
        shards.runs().stream().anyMatch(shard -> shard.run().resources().oneMachine()),
        server.target(),
        most(Resources::generator),
        most(Resources::host),
        server.targetKnownPercent(),
        cpuMsPerRequest(known, totals),
        mbPerThousandDevices(server));
  }

  private Run run(int shard) {
    return shards.runs().get(shard).run();
  }

  /**
   * One shard knows what the server used for the requests of all, so all must be known, and none
   * may have been sent while that shard did not look.
   */
  private Double cpuMsPerRequest(Run known, List<EndpointTotals> totals) {
    Double ofOwn = known.resources().cpuMsPerRequest();
    long own = sent(known.endpoints());
    return ofOwn == null || !sawAll() ? null : Resources.perRequest(ofOwn * own, sent(totals));
  }

  private static long sent(List<EndpointTotals> totals) {
    return totals.stream().mapToLong(EndpointTotals::sent).sum();
  }

  private Double mbPerThousandDevices(Resources server) {
    long devices = shards.runs().stream().mapToLong(shard -> shard.run().devices().size()).sum();
    return server.mbPerThousandDevices() == null || !sawAll()
        ? null
        : Resources.mbPerThousandDevices(server.target().rssBytesPeak(), devices);
  }

  private boolean sawAll() {
    return shards.lost().isEmpty() && CommonWindow.of(shards).isWhole();
  }

  private Usage most(Function<Resources, Usage> source) {
    return shards.runs().stream()
        .map(shard -> source.apply(shard.run().resources()))
        .map(usage -> usage == null ? Usage.UNKNOWN : usage)
        .reduce(Usage.UNKNOWN, Usage::most);
  }
}
