package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.OneLine;
import fleetpoll.figure.Statistic;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Logins;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.settings.LoginSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Summarises a run on the console, after its last poll. */
public final class SummaryText {

  private static final List<String> HEADER =
      List.of(
          "endpoint",
          "planned",
          "sent",
          "missed",
          "ok",
          "ko",
          "service p50",
          "p95",
          "p99",
          "response p99 [ms]");

  private SummaryText() {}

  /**
   * The lines: a table of the totals, what came after the measured window, one line for each
   * caution, the addresses of the pages, and the verdict, whose reason is the last line.
   *
   * @param reports whether Gatling was asked for a report
   */
  public static List<String> lines(Run run, RunFolder folder, boolean reports) {
    List<String> lines = new ArrayList<>();
    lines.add(OneLine.of(Headline.of(run)));
    lines.addAll(table(run));
    for (EndpointTotals endpoint : run.endpoints()) {
      addCounts(lines, endpoint.name() + " missed: ", endpoint.missedBy());
      addCounts(lines, endpoint.name() + " ko: ", endpoint.koBy());
    }
    if (run.logins() != null) {
      lines.add(logins(run.logins()));
      addCounts(lines, LoginSettings.NAME + " ko: ", run.logins().koBy());
    }
    WindowText.overtime(run).ifPresent(text -> lines.add(text + "."));
    Cautions.of(run, run.missing())
        .forEach(caution -> lines.add("CAUTION: " + OneLine.of(caution)));
    lines.add("Devices: " + page(folder.devicesPage()));
    lines.add("Gatling: " + gatling(run, folder, reports));
    VerdictText.lines(run.verdict()).forEach(line -> lines.add(OneLine.of(line)));
    return lines;
  }

  private static List<String> table(Run run) {
    TextTable table = new TextTable();
    table.add(HEADER);
    for (EndpointTotals endpoint : run.endpoints()) {
      table.add(
          List.of(
              endpoint.name(),
              Numbers.count(endpoint.planned()),
              Numbers.count(endpoint.sent()),
              Numbers.count(endpoint.missed()),
              Numbers.count(endpoint.ok()),
              Numbers.count(endpoint.ko()),
              Numbers.measureOrNone(endpoint.service().p50Ms()),
              Numbers.measureOrNone(endpoint.service().p95Ms()),
              Numbers.measureOrNone(endpoint.service().p99Ms()),
              responseP99(endpoint)));
    }
    return table.lines();
  }

  private static String responseP99(EndpointTotals endpoint) {
    Double ms = endpoint.response().p99Ms();
    boolean isLowerBound = ms != null && endpoint.isLowerBound(Statistic.P99);
    return (isLowerBound ? ">= " : "") + Numbers.measureOrNone(ms);
  }

  private static String logins(Logins logins) {
    return "%s: %s sent, %s ok, %s ko, service p50 %s, p99 %s ms (in no level)"
        .formatted(
            LoginSettings.NAME,
            Numbers.count(logins.sent()),
            Numbers.count(logins.ok()),
            Numbers.count(logins.ko()),
            Numbers.measureOrNone(logins.service().p50Ms()),
            Numbers.measureOrNone(logins.service().p99Ms()));
  }

  private static void addCounts(List<String> lines, String what, Map<String, Long> counts) {
    String text =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    if (!text.isEmpty()) {
      lines.add(what + text);
    }
  }

  private static String gatling(Run run, RunFolder folder, boolean reports) {
    if (run.isMerged()) {
      return "a report of each shard, in its folder";
    }
    return reports ? page(folder.gatlingReport()) : "no report";
  }

  private static String page(Path page) {
    return Files.exists(page)
        ? DevicesPage.url(page)
        : "missing (%s)".formatted(page.toAbsolutePath().normalize());
  }
}
