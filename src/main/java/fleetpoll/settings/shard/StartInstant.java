package fleetpoll.settings.shard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads an instant of ISO 8601 with its offset from UTC. */
final class StartInstant implements Function<String, Instant> {

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Instant apply(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be an instant with its offset, such as 2026-11-30T09:30:00Z", e);
    }
  }
}
