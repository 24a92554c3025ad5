package fleetpoll.run;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import fleetpoll.record.ErrorSummary;

/**
 * A row of {@code errors.csv}: the failures of one device's endpoint for one reason.
 *
 * @param firstS when the first was known, in seconds since the measured window began
 * @param lastS when the last was known
 * @param message of the first, at most 200 characters; those that nobody sees are escaped
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ErrorRow(
    String device,
    String endpoint,
    String reason,
    long count,
    double firstS,
    double lastS,
    String message) {

  /** The same row on a time axis that begins {@code shiftS} seconds earlier. */
  public ErrorRow later(double shiftS) {
    return new ErrorRow(
        device,
        endpoint,
        reason,
        count,
        Decimals.thousandths(firstS + shiftS),
        Decimals.thousandths(lastS + shiftS),
        message);
  }

  /**
   * The row of what was recorded.
   *
   * @param windowStartNanos when the measured window began
   */
  public static ErrorRow of(
      String device, String endpoint, ErrorSummary error, long windowStartNanos) {
    return new ErrorRow(
        device,
        endpoint,
        error.reason(),
        error.count(),
        Decimals.seconds(error.firstNanos() - windowStartNanos),
        Decimals.seconds(error.lastNanos() - windowStartNanos),
        error.message());
  }
}
