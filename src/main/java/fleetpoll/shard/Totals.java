package fleetpoll.shard;

import fleetpoll.record.DeviceRecorder;
import fleetpoll.run.Connections;
import fleetpoll.run.Decimals;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Adds up the ledger of the shards. */
final class Totals {

  private static final String SERVICE = DeviceRecorder.MEASURES.get(0);
  private static final String RESPONSE = DeviceRecorder.MEASURES.get(1);
  private static final String LATENESS = DeviceRecorder.MEASURES.get(2);

  private final String name;
  private final List<EndpointTotals> parts;
  private final HistogramSums sums;

  private Totals(String name, List<EndpointTotals> parts, HistogramSums sums) {
    this.name = name;
    this.parts = parts;
    this.sums = sums;
  }

  /** The totals of each endpoint, in the order of the settings. */
  static List<EndpointTotals> of(Shards shards, HistogramSums sums) {
    return shards.endpoints().stream()
        .map(
            name ->
                new Totals(
                    name,
                    shards.runs().stream().flatMap(s -> s.run().endpoints(name).stream()).toList(),
                    sums))
        .map(Totals::total)
        .toList();
  }

  private EndpointTotals total() {
    return new EndpointTotals(
        name,
        sum(EndpointTotals::planned),
        sum(EndpointTotals::sent),
        sum(EndpointTotals::missed),
        sum(EndpointTotals::ok),
        sum(EndpointTotals::ko),
        sumIfKnown(EndpointTotals::unanswered),
        sumIfKnown(EndpointTotals::stalled),
        parts.stream().map(EndpointTotals::silenceMaxMs).reduce(null, Decimals::greater),
        parts.stream().map(EndpointTotals::heldBackMaxMs).reduce(null, Decimals::greater),
        sum(EndpointTotals::bytes),
        sumIfKnown(EndpointTotals::wireBytes),
        counts(EndpointTotals::missedBy),
        counts(EndpointTotals::koBy),
        times(SERVICE, EndpointTotals::service, EndpointTotals::ok),
        times(RESPONSE, EndpointTotals::response, EndpointTotals::planned),
        times(LATENESS, EndpointTotals::lateness, EndpointTotals::sent),
        connections(EndpointTotals::connections),
        connections(EndpointTotals::warmUpConnections),
        parts.stream().allMatch(EndpointTotals::balanced));
  }

  private long sum(ToLongFunction<EndpointTotals> count) {
    return parts.stream().mapToLong(count).sum();
  }

  private Long sumIfKnown(Function<EndpointTotals, Long> count) {
    List<Long> counts = parts.stream().map(count).toList();
    return counts.stream().anyMatch(Objects::isNull)
        ? null
        : Long.valueOf(counts.stream().mapToLong(Long::longValue).sum());
  }

  private Map<String, Long> counts(Function<EndpointTotals, Map<String, Long>> counts) {
    Map<String, Long> sums = new LinkedHashMap<>();
    parts.forEach(
        part -> counts.apply(part).forEach((what, count) -> sums.merge(what, count, Long::sum)));
    return sums;
  }

  private Latency times(
      String measure, Function<EndpointTotals, Latency> times, ToLongFunction<EndpointTotals> of) {
    Times all = new Times();
    parts.forEach(part -> all.add(times.apply(part), of.applyAsLong(part)));
    return all.of(sums.of(name, measure));
  }

  private Connections connections(Function<EndpointTotals, Connections> connections) {
    List<Connections> known = parts.stream().map(connections).toList();
    return known.stream().anyMatch(Objects::isNull)
        ? null
        : known.stream().reduce(Connections::plus).orElse(null);
  }
}
