package fleetpoll.capacity;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A target in the table of several: texts.
 *
 * @param bounds of the capacity, in devices
 * @param reason why they are not closer
 * @param cores that the server used at the lower bound, median of its trials
 * @param perCore the lower bound divided by those cores
 * @param megabytes the server's peak memory at the lower bound, likewise
 * @param perGigabyte the lower bound divided by that memory
 * @param broken the level that broke first, and in how many trials
 * @param trials how many there were
 */
record TargetRow(
    String target,
    String bounds,
    String reason,
    String cores,
    String perCore,
    String megabytes,
    String perGigabyte,
    String broken,
    int trials) {

  private static final double BYTES_PER_GIGABYTE = 1e9;

  /** Names of the columns, in the order of {@link #cells}. */
  static final List<String> COLUMNS =
      List.of(
          "server",
          "devices",
          "ended",
          "CPU, cores",
          "devices per core",
          "memory, MB",
          "devices per GB",
          "broke first",
          "trials");

  /** The rows of all targets. */
  static List<TargetRow> of(Capacity capacity) {
    return capacity.findings().stream()
        .map(finding -> of(finding, capacity.trials(finding.target())))
        .toList();
  }

  private static TargetRow of(TargetFinding finding, List<CapacityTrial> trials) {
    List<SizeSummary> sizes = SizeSummary.of(trials);
    Optional<SizeSummary> lower = SizeSummary.at(finding.lower(), sizes);
    Double cores = median(lower, TrialFigures::serverCores);
    Double bytes = median(lower, TrialFigures::serverBytes);
    return new TargetRow(
        finding.target(),
        CapacityWords.bounds(finding.lower(), finding.upper()),
        reason(finding),
        Numbers.measureOrNone(cores),
        per(finding, cores),
        Unit.BYTES.number(bytes),
        per(finding, bytes == null ? null : Double.valueOf(bytes / BYTES_PER_GIGABYTE)),
        broken(finding, sizes),
        trials.size());
  }

  private static Double median(Optional<SizeSummary> size, Function<TrialFigures, Double> figure) {
    return size.map(known -> known.median(figure)).orElse(null);
  }

  private static String reason(TargetFinding finding) {
    return switch (finding.reason()) {
      case FOUND -> "found";
      case TO -> "largest size tried";
      case FROM -> "smallest size tried";
      case GENERATOR -> "limit of the generator";
      case UNFINISHED -> "unfinished";
    };
  }

  /** Rounded down. What the upper bound would need is not known: it was not met. */
  private static String per(TargetFinding finding, Double whole) {
    if (whole == null || whole <= 0 || finding.lower() == null) {
      return Numbers.NONE;
    }
    return Numbers.count((int) Math.floor(finding.lower() / whole));
  }

  private static String broken(TargetFinding finding, List<SizeSummary> sizes) {
    return SizeSummary.at(finding.upper(), sizes)
        .flatMap(
            size ->
                size.broken().stream()
                    .findFirst()
                    .map(
                        level ->
                            "%s, %s of %s"
                                .formatted(
                                    level.worst().key(),
                                    level.trials(),
                                    Numbers.counted(size.valid(), "trial"))))
        .orElse(Numbers.NONE);
  }

  /** The texts, in the order of the columns. */
  List<String> cells() {
    return List.of(
        target,
        bounds,
        reason,
        cores,
        perCore,
        megabytes,
        perGigabyte,
        broken,
        Objects.toString(trials));
  }
}
