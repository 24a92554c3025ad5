package fleetpoll.report;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.figure.Statistic;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One measure of an endpoint's times, as a row of a table.
 *
 * @param measure service, response or lateness
 */
record EndpointTimes(String measure, List<Cell> cells) {

  /**
   * One statistic in milliseconds, after {@link Tiles#AT_LEAST} if polls were never answered by
   * which it may be greater.
   *
   * @param hint says that it is a percentile of too few polls; else empty
   */
  record Cell(String text, String hint) {}

  static List<EndpointTimes> of(EndpointTotals totals) {
    return List.of(
        of("service", totals.service(), totals.polls(Figure.SERVICE_P50), any -> false),
        of("response", totals.response(), totals.polls(Figure.RESPONSE_P50), totals::isLowerBound),
        of("lateness", totals.lateness(), totals.sent(), any -> false));
  }

  private static EndpointTimes of(
      String measure, Latency times, long polls, Predicate<Statistic> isLowerBound) {
    return new EndpointTimes(
        measure,
        Stream.of(Statistic.P50, Statistic.P95, Statistic.P99, Statistic.MAX)
            .map(each -> cell(times.at(each), each, polls, isLowerBound.test(each)))
            .toList());
  }

  private static Cell cell(Double ms, Statistic statistic, long polls, boolean isLowerBound) {
    return new Cell(
        (ms != null && isLowerBound ? Tiles.AT_LEAST : "") + Numbers.measureOrNone(ms),
        ms != null && statistic.isOfFew(polls) ? hint(statistic, polls) : "");
  }

  /** Why a percentile says little. */
  static String hint(Statistic statistic, long polls) {
    return "of %s; a %s takes %s"
        .formatted(
            Numbers.counted(polls, "poll"),
            statistic.word(),
            Numbers.count(statistic.leastPolls()));
  }
}
