package fleetpoll.compare;

import fleetpoll.report.DistributionData;
import fleetpoll.report.ResourceData;
import fleetpoll.report.TimelineData;
import fleetpoll.report.WindowText;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SideFiles;
import fleetpoll.run.whole.DamagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The data about the runs that a comparison's page hands to its script.
 *
 * @param endpoints of all runs
 * @param x values of 1 / (1 − p) of the curves, ascending from 1
 */
record ComparisonData(
    List<String> targets, List<String> endpoints, List<Double> x, List<RunData> runs) {

  private static final int P99 = 2;
  private static final String SERVER = "target";

  /**
   * One run.
   *
   * @param target its index
   * @param stepS length of a stretch of its lines, in seconds
   * @param endpoints in the order of all; null if it does not have that one
   * @param server its resources; null if they are not known
   */
  record RunData(
      int target,
      int round,
      boolean valid,
      int stepS,
      List<EndpointData> endpoints,
      ResourceData.Lines server) {}

  /**
   * One endpoint of a run.
   *
   * @param ok successes per second, stretch by stretch
   * @param service p99 in milliseconds, stretch by stretch; null if there was no success
   * @param response likewise
   * @param serviceCurve milliseconds, point by point of {@code x} as far as there are durations
   * @param responseCurve likewise
   */
  record EndpointData(
      double[] ok,
      Double[] service,
      Double[] response,
      List<Double> serviceCurve,
      List<Double> responseCurve) {}

  /** Reads the folders of the runs, and adds what is missing there to the list. */
  static ComparisonData of(Comparison comparison, List<String> missing) {
    List<String> endpoints =
        comparison.runs().stream()
            .flatMap(run -> run.run().endpoints().stream().map(EndpointTotals::name))
            .distinct()
            .toList();
    List<Double> x = new ArrayList<>();
    List<RunData> runs = new ArrayList<>();
    for (ComparedRun run : comparison.runs()) {
      runs.add(new Files(run, missing).read(comparison.targets(), endpoints, x));
    }
    return new ComparisonData(comparison.targets(), endpoints, x, runs);
  }

  /** Reads a file of the folder. */
  private interface Reading<T> {
    T content() throws IOException;
  }

  private record Files(ComparedRun run, List<String> missing) {

    RunData read(List<String> targets, List<String> endpoints, List<Double> x) {
      SideFiles files = new SideFiles(run.folder(), run.folder(), run.run());
      TimelineData timeline =
          content(
              RunFolder.TIMELINE,
              () -> TimelineData.of(endpoints, files::timeline, WindowText.duration(run.run())),
              TimelineData.empty(endpoints));
      ResourceData resources =
          content(
              RunFolder.SAMPLES, () -> ResourceData.of(files::samples), new ResourceData(Map.of()));
      DistributionData curves =
          DistributionData.of(
              endpoints, content(RunFolder.HISTOGRAMS, files::distributions, List.of()));
      // The points are the same in every run; the more durations, the more of them.
      x.addAll(curves.x().subList(Math.min(x.size(), curves.x().size()), curves.x().size()));
      List<EndpointData> data = new ArrayList<>();
      for (int endpoint = 0; endpoint < endpoints.size(); endpoint++) {
        String name = endpoints.get(endpoint);
        boolean has = run.run().endpoints().stream().anyMatch(e -> e.name().equals(name));
        data.add(has ? endpoint(timeline, curves, endpoint) : null);
      }
      return new RunData(
          targets.indexOf(run.target()),
          run.round(),
          run.isValid(),
          timeline.stepS(),
          data,
          resources.sources().get(SERVER));
    }

    private static EndpointData endpoint(
        TimelineData timeline, DistributionData curves, int endpoint) {
      TimelineData.Lines lines = timeline.endpoints().get(endpoint);
      return new EndpointData(
          lines.ok(),
          lines.service().get(P99),
          lines.response().get(P99),
          curve(curves, endpoint, "service"),
          curve(curves, endpoint, "response"));
    }

    private static List<Double> curve(DistributionData curves, int endpoint, String measure) {
      return curves.curves().stream()
          .filter(curve -> curve.endpoint() == endpoint && curve.measure().equals(measure))
          .findFirst()
          .map(DistributionData.Curve::ms)
          .orElse(List.of());
    }

    /** The content of a file, or {@code none} if the run could not write it to its end. */
    private <T> T content(String file, Reading<T> reading, T none) {
      if (run.run().missing().stream().anyMatch(known -> known.file().equals(file))) {
        missing.add(run.label() + ": " + file + " is not whole");
        return none;
      }
      try {
        return reading.content();
      } catch (DamagedFile e) {
        missing.add(run.label() + ": " + e.getMessage());
        return none;
      } catch (IOException e) {
        missing.add(run.label() + ": " + file + " cannot be read");
        return none;
      }
    }
  }
}
