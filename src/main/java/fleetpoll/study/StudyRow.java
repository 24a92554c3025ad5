package fleetpoll.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.run.Decimals;

/**
 * A row of {@code study.csv}: one cell. What was not measured is null. If the cell was not run,
 * that is everything except {@code predictedS} and {@code reason}.
 *
 * @param client its word in {@code study.conf}
 * @param n requests
 * @param m how many may be in flight at once
 * @param wallS T: from the first request's sending to the last one's end
 * @param prepareS from the start of the client's process until its first request leaves
 * @param predictedS n·t/m; t is the mean delay that the target drew, or that it will draw if it has
 *     drawn none yet
 * @param x what concurrency costs: T / (n·t/m); only if every request succeeded and t is not 0
 * @param fittedX the x that the fit of the client's cells gives this one; null if it gives none
 * @param residualPercent by how many per cent of fittedX x is greater
 * @param meanDelayS t: mean of the delays that the target really drew for this cell
 * @param meanClientS mean latency of the successes as the client saw it, sending to last byte
 * @param throughputPerS successes per second of T
 * @param userS processor time of the client's process in user mode, from its start until its load
 *     was over
 * @param sysS the same in the kernel
 * @param cpuShare both divided by prepareS + wallS: 1.0 is one processor busy all the time
 * @param serverCpuShare processor time of the target's process divided by the span of the 100 ms
 *     samples around T; null if we did not start the target
 * @param peakRssMb highest resident memory of the client's process, in millions of bytes: the
 *     highest of samples every 100 ms until its load was over, or a Python client's own figure
 * @param ok requests with the expected status and length
 * @param ko the others
 * @param reason empty if everything is right; else what is wrong, or why the cell was not run
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StudyRow(
    String client,
    long n,
    int m,
    @JsonProperty("wall_s") Double wallS,
    @JsonProperty("prepare_s") Double prepareS,
    @JsonProperty("predicted_s") Double predictedS,
    Double x,
    Double fittedX,
    Double residualPercent,
    @JsonProperty("mean_delay_s") Double meanDelayS,
    @JsonProperty("mean_client_s") Double meanClientS,
    @JsonProperty("throughput_per_s") Double throughputPerS,
    @JsonProperty("user_s") Double userS,
    @JsonProperty("sys_s") Double sysS,
    Double cpuShare,
    Double serverCpuShare,
    Double peakRssMb,
    Long ok,
    Long ko,
    String reason) {

  /** Seconds are exact to a microsecond. */
  static final int SECONDS_DECIMALS = 6;

  /** Decimals of ratios. */
  static final int RATIO_DECIMALS = 4;

  private static final int PERCENT_DECIMALS = 2;
  private static final String PREDICTED = "predicted only: ";
  private static final String SKIPPED = "skipped: ";

  /** The row of a cell that takes too long by the model. */
  static StudyRow predictedOnly(Cell cell, double predictedS, String why) {
    return notRun(cell, predictedS, PREDICTED + why);
  }

  /** The row of a cell whose client cannot run here. */
  static StudyRow skipped(Cell cell, Double predictedS, String why) {
    return notRun(cell, predictedS, SKIPPED + why);
  }

  private static StudyRow notRun(Cell cell, Double predictedS, String reason) {
    return new StudyRow(
        cell.client().word(),
        cell.requests(),
        cell.limit(),
        null,
        null,
        Decimals.of(predictedS, SECONDS_DECIMALS),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason);
  }

  /** The same with what the fit says about it. */
  StudyRow withFit(Double fitted, Double residual) {
    return new StudyRow(
        client,
        n,
        m,
        wallS,
        prepareS,
        predictedS,
        x,
        Decimals.of(fitted, RATIO_DECIMALS),
        Decimals.of(residual, PERCENT_DECIMALS),
        meanDelayS,
        meanClientS,
        throughputPerS,
        userS,
        sysS,
        cpuShare,
        serverCpuShare,
        peakRssMb,
        ok,
        ko,
        reason);
  }

  /** Whether the model's time replaces a measurement that would have taken too long. */
  @JsonIgnore
  public boolean isPredictedOnly() {
    return reason != null && reason.startsWith(PREDICTED);
  }

  /** Whether the client cannot run here. */
  @JsonIgnore
  public boolean isSkipped() {
    return reason != null && reason.startsWith(SKIPPED);
  }

  /** Whether it was run and something is wrong with it. */
  @JsonIgnore
  public boolean isFaulty() {
    return !isSound() && !isPredictedOnly() && !isSkipped();
  }

  /** The cell, for readers. */
  @JsonIgnore
  public String title() {
    return Cell.title(client, n, m);
  }

  /** Whether it was run and nothing is wrong with it. */
  @JsonIgnore
  public boolean isSound() {
    return reason == null || reason.isEmpty();
  }
}
