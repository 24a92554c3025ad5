package fleetpoll.capacity;

import fleetpoll.figure.Figure;
import fleetpoll.settings.ServiceLevel;

/**
 * A service level that a capacity is claimed for.
 *
 * @param key of its parameter, such as {@code slo.a.p99}
 * @param endpoint its name; null for a figure of the fleet, of a device or of the server
 * @param limit in the figure's unit
 * @param ofWorstDevice whether each device by itself must meet it
 */
public record ClaimedLevel(
    String key, String endpoint, Figure figure, double limit, boolean ofWorstDevice) {

  /** What is stored of a level of the settings. */
  public static ClaimedLevel of(ServiceLevel level) {
    return new ClaimedLevel(
        level.key(),
        level.endpoint().orElse(null),
        level.figure(),
        level.limit(),
        level.ofWorstDevice());
  }

  /** {@code success ≥ 99.9 %}, {@code service p99 of A ≤ 50 ms}. */
  public String words() {
    return "%s %s %s"
        .formatted(subject(), figure.lessIsBetter() ? "≤" : "≥", figure.unit().exactly(limit));
  }

  /** What it limits: {@code success}, {@code service p99 of A}. */
  String subject() {
    return "%s%s%s"
        .formatted(
            figure.text(),
            endpoint == null ? "" : " of " + endpoint,
            ofWorstDevice ? " of each device" : "");
  }
}
