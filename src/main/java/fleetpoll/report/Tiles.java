package fleetpoll.report;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures that a reader looks for first, in the order in which they are read. */
final class Tiles {

  /** Before a figure that may be greater. */
  static final String AT_LEAST = "≥ ";

  private Tiles() {}

  /**
   * One of the figures.
   *
   * @param value {@link Numbers#NONE} if it is not known
   * @param unit empty for a count of polls
   * @param note a remark in small print; may be empty
   * @param mark {@code ko} or {@code missed} if the figure is bad news, {@code few} if it is a
   *     percentile of too few polls, else empty
   */
  record Tile(String name, String value, String unit, String note, String mark) {

    /** Whether a unit is to be written: there is a unit and a figure. */
    public boolean hasUnit() {
      return !value.equals(Numbers.NONE) && !unit.isEmpty();
    }
  }

  static List<Tile> of(Run run) {
    FleetTotals totals = FleetTotals.of(run);
    List<Tile> tiles = new ArrayList<>();
    String polls = totals.planned() == 1 ? "poll" : "polls";
    tiles.add(new Tile("Planned", Numbers.count(totals.planned()), "", polls, ""));
    tiles.add(new Tile("Sent", Numbers.count(totals.sent()), "", "ok + ko", ""));
    tiles.add(missed(run, totals));
    tiles.add(success(run, totals));
    addRates(tiles, run, totals);
    tiles.add(silence(run));
    run.endpoints().forEach(endpoint -> tiles.add(p99(run, endpoint.name())));
    tiles.add(
        ofServer(
            "Server CPU", run, Figure.SERVER_CPU, "mean", Figure.CPU_PER_REQUEST, "ms a request"));
    tiles.add(
        ofServer(
            "Server memory",
            run,
            Figure.PEAK_MEMORY,
            "peak",
            Figure.MEMORY_PER_THOUSAND,
            "MB per 1,000 devices"));
    return tiles;
  }

  private static Tile missed(Run run, FleetTotals totals) {
    Map<String, Long> causes = new TreeMap<>();
    run.endpoints().forEach(e -> e.missedBy().forEach((c, n) -> causes.merge(c, n, Long::sum)));
    String note =
        causes.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> Numbers.count(each.getValue()) + " " + each.getKey())
            .collect(Collectors.joining(", "));
    return new Tile(
        "Missed",
        Numbers.count(totals.missed()),
        "",
        totals.missed() == 0 ? "never sent" : note,
        totals.missed() == 0 ? "" : "missed");
  }

  private static Tile success(Run run, FleetTotals totals) {
    String failed = Numbers.count(totals.ko()) + " failed";
    return tile("Success", run, Figure.SUCCESS, null, failed, totals.ko() == 0 ? "" : "ko");
  }

  private static Tile silence(Run run) {
    String note = run.silence() == null ? "not known" : run.silence().device();
    return tile("Longest silence", run, Figure.SILENCE, null, note, "");
  }

  private static void addRates(List<Tile> tiles, Run run, FleetTotals totals) {
    double seconds = WindowText.duration(run).toMillis() / 1e3;
    long bytes = run.endpoints().stream().mapToLong(EndpointTotals::bytes).sum();
    String requests = seconds == 0 ? Numbers.NONE : Numbers.measure(totals.sent() / seconds);
    String mbit = seconds == 0 ? Numbers.NONE : Numbers.measure(bytes * 8 / 1e6 / seconds);
    String over = "over " + Durations.rounded(WindowText.duration(run));
    tiles.add(new Tile("Requests", requests, "/s", over, ""));
    tiles.add(new Tile("Received", mbit, "Mbit/s", "payload of answers", ""));
  }

  private static Tile p99(Run run, String endpoint) {
    String note =
        run.figure(Figure.SERVICE_P99, endpoint) == null
            ? noSuccess(run, endpoint)
            : "response %s%s ms"
                .formatted(
                    run.isLowerBound(Figure.RESPONSE_P99, endpoint) ? AT_LEAST : "",
                    Numbers.measure(run.figure(Figure.RESPONSE_P99, endpoint)));
    String mark =
        run.figure(Figure.SERVICE_P99, endpoint) != null
                && run.isOfFew(Figure.SERVICE_P99, endpoint)
            ? "few"
            : "";
    return tile("p99 of " + endpoint, run, Figure.SERVICE_P99, endpoint, note, mark);
  }

  private static String noSuccess(Run run, String endpoint) {
    List<EndpointTotals> totals = run.endpoints(endpoint);
    if (totals.stream().allMatch(each -> each.planned() == 0)) {
      return "none planned";
    }
    return totals.stream().allMatch(each -> each.sent() == 0) ? "none sent" : "no poll succeeded";
  }

  private static Tile ofServer(
      String name, Run run, Figure figure, String what, Figure related, String per) {
    Double value = run.figure(related);
    boolean isWhole = run.figure(figure) != null && !run.isLowerBound(figure, null);
    boolean isPart = run.resources().mayHaveMissedPeaks() && !isWhole;
    String note =
        isPart
            ? "known for %s of the time".formatted(run.resources().targetKnownText())
            : run.figure(figure) == null
                ? "not measured"
                : value == null ? what : related.unit().number(value) + " " + per;
    return tile(name, run, figure, null, note, "");
  }

  private static Tile tile(
      String name, Run run, Figure figure, String endpoint, String note, String mark) {
    Unit unit = figure.unit();
    String value = unit.number(run.figure(figure, endpoint));
    String least =
        run.isLowerBound(figure, endpoint) && !value.equals(Numbers.NONE) ? AT_LEAST : "";
    return new Tile(name, least + value, unit.text(), note, mark);
  }
}
