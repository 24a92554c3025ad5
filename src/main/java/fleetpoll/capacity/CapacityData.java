package fleetpoll.capacity;

import java.util.List;

/**
 * The data that a capacity's page hands to its script.
 *
 * @param targets their names
 * @param ranges of the targets, in their order
 * @param trials in their order
 * @param panels each has a value per trial
 */
record CapacityData(
    List<String> targets, List<Range> ranges, List<TrialData> trials, List<Panel> panels) {

  /**
   * What is marked on the axis of devices; null if there is none.
   *
   * @param kneeAbove the knee is above it
   * @param kneeAt and at most this
   */
  record Range(Integer lower, Integer upper, Integer kneeAbove, Integer kneeAt) {}

  /**
   * One trial.
   *
   * @param target its index
   * @param outcome {@code holds}, {@code fails} or {@code generator}
   */
  record TrialData(int number, int target, int devices, String outcome) {}

  /**
   * One chart: devices against a figure.
   *
   * @param scale {@code log}, {@code linear}, {@code share} of what should be none, or {@code
   *     success}, a share of what should be all
   * @param marks lines across it
   * @param values in the figure's unit as it is shown; null if unknown
   */
  record Panel(String title, String scale, List<Mark> marks, List<Double> values) {}

  /**
   * A line across a panel.
   *
   * @param kind {@code level} or {@code cores}
   */
  record Mark(double value, String text, String kind) {}

  static CapacityData of(Capacity capacity) {
    List<String> targets = capacity.targets();
    return new CapacityData(
        targets,
        capacity.findings().stream().map(finding -> range(finding, capacity)).toList(),
        capacity.trials().stream()
            .map(
                trial ->
                    new TrialData(
                        trial.number(),
                        targets.indexOf(trial.target()),
                        trial.devices(),
                        trial.outcome().word()))
            .toList(),
        CapacityPanels.of(capacity));
  }

  private static Range range(TargetFinding finding, Capacity capacity) {
    Knee knee = Knee.of(SizeSummary.of(capacity.trials(finding.target()))).orElse(null);
    return new Range(
        finding.lower(),
        finding.upper(),
        knee == null ? null : knee.before(),
        knee == null ? null : knee.at());
  }
}
