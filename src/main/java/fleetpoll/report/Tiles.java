package fleetpoll.report;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures that a reader looks for first, in the order in which they are read. */
final class Tiles {

  private Tiles() {}

  static List<Tile> of(Run run) {
    FleetTotals totals = FleetTotals.of(run);
    List<Tile> tiles = new ArrayList<>();
    tiles.add(new Tile("Planned", Figures.count(totals.planned()), "", "polls", ""));
    tiles.add(new Tile("Sent", Figures.count(totals.sent()), "", "ok + ko", ""));
    tiles.add(missed(run, totals));
    tiles.add(success(totals));
    addRates(tiles, run, totals);
    run.endpoints().forEach(endpoint -> tiles.add(p99(endpoint)));
    addServer(tiles, run.resources());
    return tiles;
  }

  private static Tile missed(Run run, FleetTotals totals) {
    Map<String, Long> causes = new TreeMap<>();
    run.endpoints().forEach(e -> e.missedBy().forEach((c, n) -> causes.merge(c, n, Long::sum)));
    String note =
        causes.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> Figures.count(each.getValue()) + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return new Tile(
        "Missed",
        Figures.count(totals.missed()),
        "",
        totals.missed() == 0 ? "never sent" : note,
        totals.missed() == 0 ? "" : "missed");
  }

  private static Tile success(FleetTotals totals) {
    return new Tile(
        "Success",
        Figures.percent(totals.ok(), totals.sent()),
        "%",
        Figures.count(totals.ko()) + " failed",
        totals.ko() == 0 ? "" : "ko");
  }

  private static void addRates(List<Tile> tiles, Run run, FleetTotals totals) {
    double seconds = Headline.duration(run).toMillis() / 1e3;
    long bytes = run.endpoints().stream().mapToLong(EndpointTotals::bytes).sum();
    String requests = seconds == 0 ? Figures.NONE : Figures.measure(totals.sent() / seconds);
    String mbit = seconds == 0 ? Figures.NONE : Figures.measure(bytes * 8 / 1e6 / seconds);
    String over = "over " + Durations.rounded(Headline.duration(run));
    tiles.add(new Tile("Requests", requests, "/s", over, ""));
    tiles.add(new Tile("Received", mbit, "Mbit/s", "payload of answers", ""));
  }

  private static Tile p99(EndpointTotals endpoint) {
    Double response = endpoint.response().p99Ms();
    return new Tile(
        "p99 of " + endpoint.name(),
        Figures.measureOrNone(endpoint.service().p99Ms()),
        "ms",
        response == null ? "no poll succeeded" : "response " + Figures.measure(response) + " ms",
        "");
  }

  private static void addServer(List<Tile> tiles, Resources resources) {
    Usage server = resources.target() == null ? Usage.UNKNOWN : resources.target();
    Double perRequest = resources.cpuMsPerRequest();
    Double perThousand = resources.mbPerThousandDevices();
    tiles.add(
        new Tile(
            "Server CPU",
            Figures.measureOrNone(server.cpuCoresMean()),
            "cores",
            server.cpuCoresMean() == null
                ? "not measured"
                : perRequest == null ? "mean" : Figures.measure(perRequest) + " ms a request",
            ""));
    tiles.add(
        new Tile(
            "Server memory",
            Figures.megabytesOrNone(server.rssBytesPeak()),
            "MB",
            server.rssBytesPeak() == null
                ? "not measured"
                : perThousand == null
                    ? "peak"
                    : Figures.measure(perThousand) + " MB per 1,000 devices",
            ""));
  }
}
