package fleetpoll.capacity;

import fleetpoll.figure.Figure;
import fleetpoll.run.Connections;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.Usage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trial measured; null if there was nothing to measure or it is not known.
 *
 * @param success per cent of the polls sent
 * @param missed per cent of the polls planned
 * @param throughput successes a second
 * @param planned polls that the window planned, a second
 * @param serverCores processors that the server used in the mean
 * @param serverCoresPeak in the busiest second
 * @param generatorCores processors that the generator used in the mean
 * @param machineCores processors that all processes of the generator's machine used in the mean
 * @param cores processors that the server can use, as far as the generator knows: those of their
 *     machine; null if they do not share one, or if the generator may use only a part of it
 * @param serverBytes the server's resident memory, highest sample
 * @param server what the server's figures are of, such as {@code process 4711 and those below it}
 * @param opened connections that devices opened within the measured window
 * @param endpoints in the order of the settings
 */
public record TrialFigures(
    Double success,
    Double missed,
    Double throughput,
    Double planned,
    Double serverCores,
    Double serverCoresPeak,
    Double generatorCores,
    Double machineCores,
    Double cores,
    Double serverBytes,
    String server,
    Long opened,
    List<Times> endpoints) {

  /** Earlier versions stored a quota, too: a machine that used more has more. */
  public TrialFigures {
    cores = cores != null && machineCores != null && machineCores > cores ? null : cores;
    endpoints = List.copyOf(endpoints);
  }

  /**
   * Times of one endpoint's polls, in milliseconds.
   *
   * @param p50Ms service time, of successes
   * @param p99Ms likewise
   * @param responseP99Ms response time, of all planned polls
   * @param few whether the p99 of the response time is of too few polls to say much
   */
  public record Times(
      String endpoint, Double p50Ms, Double p99Ms, Double responseP99Ms, boolean few) {}

  /** The times of an endpoint; empty if there is none of that name. */
  Optional<Times> times(String endpoint) {
    return endpoints.stream().filter(times -> times.endpoint().equals(endpoint)).findFirst();
  }

  /** The figures of a run. */
  public static TrialFigures of(Run run) {
    Usage server = run.resources().target();
    return new TrialFigures(
        run.figure(Figure.SUCCESS),
        run.figure(Figure.MISSED),
        run.figure(Figure.THROUGHPUT),
        planned(run),
        run.figure(Figure.SERVER_CPU),
        server.cpuCoresPeak(),
        run.resources().generator() == null ? null : run.resources().generator().cpuCoresMean(),
        run.resources().host() == null ? null : run.resources().host().cpuCoresMean(),
        cores(run),
        run.figure(Figure.PEAK_MEMORY),
        run.resources().targetFound(),
        opened(run),
        run.endpoints().stream().map(EndpointTotals::name).map(name -> times(run, name)).toList());
  }

  private static Double cores(Run run) {
    return run.resources().oneMachine() && !run.versions().isPartOfMachine()
        ? Double.valueOf(run.versions().cores())
        : null;
  }

  private static Double planned(Run run) {
    Double throughput = run.figure(Figure.THROUGHPUT);
    double share = run.count(Figure.THROUGHPUT, null).share();
    return throughput == null || Double.isNaN(share) || share == 0
        ? null
        : Double.valueOf(throughput / share);
  }

  private static Long opened(Run run) {
    List<Connections> known =
        run.endpoints().stream().map(EndpointTotals::connections).filter(Objects::nonNull).toList();
    return known.size() < run.endpoints().size()
        ? null
        : Long.valueOf(known.stream().mapToLong(Connections::opened).sum());
  }

  private static Times times(Run run, String endpoint) {
    return new Times(
        endpoint,
        run.figure(Figure.SERVICE_P50, endpoint),
        run.figure(Figure.SERVICE_P99, endpoint),
        run.figure(Figure.RESPONSE_P99, endpoint),
        run.isOfFew(Figure.RESPONSE_P99, endpoint));
  }
}
