package fleetpoll.compare;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Figure.Kind;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.settings.Tolerance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An earlier run as a limit for this one. It is a limit, not a test: it compares one run with one
 * run, so a difference may be chance. The tolerance allows for chance.
 *
 * @param run the earlier run, which is valid
 * @param differences why the two runs are not alike, if they are compared nevertheless
 * @param damage what is wrong with files next to its {@code run.json}, a sentence each without its
 *     end
 */
public record Baseline(
    Run run, Tolerance tolerance, List<Difference> differences, List<String> damage) {

  /** More digits than a figure has, fewer than those that floating point gets wrong. */
  private static final MathContext AS_SHOWN = new MathContext(12);

  /** A baseline without damage. */
  public Baseline(Run run, Tolerance tolerance, List<Difference> differences) {
    this(run, tolerance, differences, List.of());
  }

  /** The same with further differences. */
  Baseline but(List<Difference> others) {
    return new Baseline(
        run, tolerance, Stream.concat(differences.stream(), others.stream()).toList(), damage);
  }

  /**
   * Warns of each difference, of each damaged file and of each figure that is no limit because it
   * may be greater, in a sentence or two.
   */
  public List<String> cautions() {
    Stream<String> notAlike =
        differences.stream()
            .map(each -> "The baseline was not made alike. %s.".formatted(each.text()));
    Stream<String> damaged =
        damage.stream().map("The baseline's %s. Its limits come from run.json alone."::formatted);
    Stream<String> lowerBounds =
        Stream.concat(
            endpoints().flatMap(name -> lowerBounds(name, false)), lowerBounds(null, true));
    return Stream.of(notAlike, damaged, lowerBounds).flatMap(Function.identity()).toList();
  }

  private Stream<String> lowerBounds(String endpoint, boolean ofServer) {
    return measured(endpoint, ofServer)
        .filter(figure -> run.isLowerBound(figure, endpoint))
        .map(figure -> figure == Figure.PEAK_MEMORY ? figure.text() : figure.words(endpoint))
        .map("The baseline's %s is only a lower bound, so it is no limit."::formatted);
  }

  private Stream<String> endpoints() {
    return run.endpoints().stream().map(EndpointTotals::name);
  }

  /**
   * A level for each figure that the baseline has and for which there is a tolerance. There is none
   * of throughput: it follows from success, missed and the schedule. There is none of response
   * times if the baseline's are those of successes only, nor of a figure that may be greater.
   */
  public List<ServiceLevel> levels() {
    Stream<ServiceLevel> ofEndpoints = endpoints().flatMap(name -> levels(name, false));
    return Stream.concat(ofEndpoints, levels(null, true)).toList();
  }

  private Stream<ServiceLevel> levels(String endpoint, boolean ofServer) {
    return measured(endpoint, ofServer)
        .filter(figure -> !run.isLowerBound(figure, endpoint))
        .map(
            figure ->
                new ServiceLevel(
                    key(figure, endpoint),
                    Optional.ofNullable(endpoint),
                    figure,
                    limit(figure, endpoint)));
  }

  private Stream<Figure> measured(String endpoint, boolean ofServer) {
    return Arrays.stream(Figure.values())
        .filter(figure -> (figure.kind() == Kind.SERVER) == ofServer)
        .filter(figure -> tolerated(figure).isPresent() && isComparable(figure))
        .filter(figure -> run.figure(figure, endpoint) != null);
  }

  /** Runs of earlier schemas measured another response time. */
  private boolean isComparable(Figure figure) {
    return !figure.isResponse() || run.measuresAllPlanned();
  }

  /** In points if the figure is a share itself, else in per cent of the figure. */
  private OptionalDouble tolerated(Figure figure) {
    return switch (figure) {
      case SUCCESS -> tolerance.successPoints();
      case MISSED -> tolerance.missedPoints();
      case SERVICE_P50, RESPONSE_P50 -> tolerance.p50Percent();
      case SERVICE_P95, RESPONSE_P95 -> tolerance.p95Percent();
      case SERVICE_P99, RESPONSE_P99 -> tolerance.p99Percent();
      case CPU_PER_REQUEST -> tolerance.cpuPercent();
      case PEAK_MEMORY -> tolerance.memoryPercent();
      default -> OptionalDouble.empty();
    };
  }

  private double limit(Figure figure, String endpoint) {
    double base = run.figure(figure, endpoint);
    double worse = tolerated(figure).orElseThrow();
    double more = base * (1 + worse / 100);
    return rounded(
        switch (figure.kind()) {
          case POLLS -> figure.lessIsBetter() ? base + worse : Math.max(0, base - worse);
          case TIME -> Math.max(more, base + Math.min(base, tolerance.floor().toNanos() / 1e6));
          case DEVICE, SERVER -> more;
        });
  }

  /** In floating point, 99.9 - 0.1 is more than 99.8, and a figure of 99.8 would break it. */
  private static double rounded(double limit) {
    return BigDecimal.valueOf(limit).round(AS_SHOWN).doubleValue();
  }

  /** A key with the same end as the parameter of its tolerance. */
  private static String key(Figure figure, String endpoint) {
    return "baseline."
        + switch (figure) {
          case CPU_PER_REQUEST -> "cpu";
          case PEAK_MEMORY -> "memory";
          default -> endpoint.toLowerCase(Locale.ROOT) + "." + figure.key();
        };
  }
}
