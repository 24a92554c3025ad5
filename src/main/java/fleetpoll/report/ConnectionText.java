package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Connections;
import fleetpoll.run.Connections.Handshakes;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a fleet received on its connections, how many it opened and how long that took. */
final class ConnectionText {

  /** Connections, or their TLS handshakes. */
  private record Part(long count, Double meanMs, Latency times, Double maxMs) {

    static Part opened(Connections all) {
      return new Part(all.opened(), all.connectMeanMs(), null, all.connectMaxMs());
    }

    static Part secured(Connections all, Latency times) {
      return new Part(all.tlsHandshakes(), all.tlsMeanMs(), times, all.tlsMaxMs());
    }
  }

  private ConnectionText() {}

  /** A line of bytes, one of connections, and one of TLS handshakes if there were any. */
  static List<String> of(Run run) {
    List<String> lines = new ArrayList<>();
    lines.add("Received on the wire: " + received(run));
    lines.addAll(connections(run));
    return lines;
  }

  private static String received(Run run) {
    boolean isKnown = run.endpoints().stream().allMatch(each -> each.wireBytes() != null);
    return isKnown
        ? Unit.BYTES.number(run.endpoints().stream().mapToLong(EndpointTotals::wireBytes).sum())
            + " MB, headers and framing included"
        : Numbers.NONE;
  }

  private static List<String> connections(Run run) {
    Connections window = all(run, EndpointTotals::connections);
    Connections warmUp = all(run, EndpointTotals::warmUpConnections);
    if (window == null || warmUp == null) {
      return List.of("Connections opened: " + Numbers.NONE);
    }
    Optional<Handshakes> handshakes = Optional.ofNullable(run.tlsHandshakes());
    String opened =
        "Connections opened: "
            + parts(Part.opened(window), Part.opened(warmUp), ", connecting took ");
    return window.tlsHandshakes() + warmUp.tlsHandshakes() == 0
        ? List.of(opened)
        : List.of(
            opened,
            "TLS handshakes: "
                + parts(
                    Part.secured(window, handshakes.map(Handshakes::time).orElse(null)),
                    Part.secured(warmUp, handshakes.map(Handshakes::warmUpTime).orElse(null)),
                    ", they took "));
  }

  /** Of all endpoints; null if that of one is unknown. */
  private static Connections all(Run run, Function<EndpointTotals, Connections> which) {
    Connections all = new Connections(0, null, null, 0, null, null);
    for (EndpointTotals endpoint : run.endpoints()) {
      all = all == null ? null : all.plus(which.apply(endpoint));
    }
    return all;
  }

  private static String parts(Part window, Part warmUp, String took) {
    return warmUp.count == 0
        ? part(window, "", took)
        : part(warmUp, " in the warm-up", took)
            + "; "
            + part(window, " in the measured window", took);
  }

  private static String part(Part part, String when, String took) {
    return part.count == 0
        ? "none" + when
        : "%s%s%s%s ms on average, %s%s ms at most"
            .formatted(
                Numbers.count(part.count),
                when,
                took,
                Numbers.brief(part.meanMs),
                part.times == null
                    ? ""
                    : "p50 %s ms, p99 %s ms, "
                        .formatted(
                            Numbers.brief(part.times.p50Ms()), Numbers.brief(part.times.p99Ms())),
                Numbers.brief(part.maxMs));
  }
}
