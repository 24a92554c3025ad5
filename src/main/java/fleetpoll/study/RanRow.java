package fleetpoll.study;

import fleetpoll.client.CellResult;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Decimals;
import fleetpoll.study.StudiedTarget.Received;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the row of a cell that was run. */
final class RanRow {

  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double MEGABYTE = 1e6;
  private static final int MILLIS_DECIMALS = 3;
  private static final int LONGEST_MESSAGE = 200;
  private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Cell cell;
  private final Measurement measurement;
  private final boolean counts;
  private final Optional<Received> received;
  private final Optional<CellResult> result;
  private final Optional<CellUsage> usage;
  private final Double delayS;

  /**
   * @param delayS t: the mean delay that the target drew or is known to have; null if unknown
   * @param counts whether the target counts
   * @param received what the target counted; empty if it did not say so
   */
  RanRow(
      Cell cell,
      Measurement measurement,
      Double delayS,
      boolean counts,
      Optional<Received> received) {
    this.cell = cell;
    this.measurement = measurement;
    this.counts = counts;
    this.received = received;
    this.delayS = delayS;
    this.result = measurement.result();
    this.usage = measurement.usage();
  }

  StudyRow row() {
    Double wallS = result.map(r -> r.wallNanos() / NANOS).orElse(null);
    Double prepareS = result.map(this::prepareSeconds).orElse(null);
    Double predictedS =
        delayS == null
            ? null
            : (Double) DelayModel.predictedSeconds(cell.requests(), delayS, cell.limit());
    Double userS =
        result
            .map(CellResult::userSeconds)
            .or(() -> usage.map(CellUsage::userSeconds))
            .orElse(null);
    Double sysS =
        result.map(CellResult::sysSeconds).or(() -> usage.map(CellUsage::sysSeconds)).orElse(null);
    Long ok = result.map(CellResult::ok).orElse(null);
    return new StudyRow(
        cell.client().word(),
        cell.requests(),
        cell.limit(),
        Decimals.of(wallS, StudyRow.SECONDS_DECIMALS),
        Decimals.of(prepareS, MILLIS_DECIMALS),
        Decimals.of(predictedS, StudyRow.SECONDS_DECIMALS),
        isWhole() ? Decimals.of(over(wallS, predictedS), StudyRow.RATIO_DECIMALS) : null,
        null,
        null,
        Decimals.of(delayS, StudyRow.SECONDS_DECIMALS),
        Decimals.of(
            ok == null || ok == 0 ? null : result.get().okLatencyNanos() / NANOS / ok,
            StudyRow.SECONDS_DECIMALS),
        Decimals.of(over(ok == null ? null : ok.doubleValue(), wallS), MILLIS_DECIMALS),
        Decimals.of(userS, MILLIS_DECIMALS),
        Decimals.of(sysS, MILLIS_DECIMALS),
        Decimals.of(over(sum(userS, sysS), sum(prepareS, wallS)), StudyRow.RATIO_DECIMALS),
        Decimals.of(serverCpuShare(), StudyRow.RATIO_DECIMALS),
        Decimals.of(peakRssMb(), MILLIS_DECIMALS),
        ok,
        result.map(CellResult::ko).orElse(null),
        reason());
  }

  private boolean isWhole() {
    return result.isPresent() && result.get().ok() == cell.requests();
  }

  private double prepareSeconds(CellResult r) {
    long started = ChronoUnit.MICROS.between(Instant.EPOCH, measurement.started());
    return Math.max(0, (r.firstSentEpochMicros() - started) / MICROS);
  }

  private Double serverCpuShare() {
    return result.isPresent() && usage.isPresent()
        ? usage.get().serverCpuShare(result.get().firstSentEpochMicros())
        : null;
  }

  private Double peakRssMb() {
    return result
        .map(CellResult::peakRssBytes)
        .or(() -> usage.map(CellUsage::peakRssBytes))
        .map(bytes -> bytes / MEGABYTE)
        .orElse(null);
  }

  /** Empty if everything is as it should be. */
  private String reason() {
    List<String> reasons = new ArrayList<>();
    result.ifPresent(r -> addFailures(reasons, r));
    measurement.failure().ifPresent(reasons::add);
    long sent = result.map(r -> r.ok() + r.ko()).orElse(cell.requests());
    if (sent != cell.requests()) {
      reasons.add(counted("the client sent", sent, "requests"));
    }
    received
        .map(Received::requests)
        .filter(count -> count != sent)
        .ifPresent(count -> reasons.add(counted("the target counted", count, "requests")));
    if (counts && received.isEmpty()) {
      reasons.add("the target did not say what it counted");
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private static void addFailures(List<String> reasons, CellResult r) {
    r.koBy().entrySet().stream()
        .sorted(MOST_FIRST)
        .forEach(ko -> reasons.add(counted("", ko.getValue(), ko.getKey())));
    if (r.koBy().containsKey("other")) {
      reasons.add("the first: " + shortened(r.firstError()));
    }
  }

  private static String counted(String before, long count, String what) {
    return "%s %s %s".formatted(before, Numbers.count(count), what).strip();
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "...";
  }

  private static Double over(Double dividend, Double divisor) {
    return dividend == null || divisor == null || divisor <= 0 ? null : dividend / divisor;
  }

  private static Double sum(Double a, Double b) {
    return a == null || b == null ? null : (Double) (a + b);
  }
}
