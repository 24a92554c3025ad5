package fleetpoll.settings.body;

import fleetpoll.config.Placeholders;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A placeholder that is another value in each poll, such as {@code #{now}}. */
@FunctionalInterface
public interface PollValue {

  /** How they are written, for messages. */
  List<String> FORMS = List.of("now", "now.millis", "tick", "random.uuid", "random.int(0, 100)");

  /** ISO-8601 in UTC, always with three digits of milliseconds. */
  DateTimeFormatter NOW = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** Up to 18 digits: no sum of two such numbers overflows. */
  Pattern RANDOM_INT =
      Pattern.compile("random\\.int\\(\\s*(-?\\d{1,18})\\s*,\\s*(-?\\d{1,18})\\s*\\)");

  /** All of them. */
  Placeholders.Further ALL = new Placeholders.Further(FORMS, name -> of(name).isPresent());

  /**
   * The poll that a value is for.
   *
   * @param epochMillis when the device begins it
   * @param tick its number in the device's schedule, from 0; negative before the measured window
   * @param random of this device, tick and endpoint, drawn from in the order of the request's text
   */
  record Moment(long epochMillis, long tick, SplittableRandom random) {}

  /** Its text in a poll. */
  String in(Moment poll);

  /**
   * The value of a placeholder's name; empty if that is none of them.
   *
   * @throws IllegalArgumentException if it is one, but wrongly written
   */
  static Optional<PollValue> of(String name) {
    return switch (name) {
      case "now" -> Optional.of(poll -> NOW.format(Instant.ofEpochMilli(poll.epochMillis)));
      case "now.millis" -> Optional.of(poll -> Long.toString(poll.epochMillis));
      case "tick" -> Optional.of(poll -> Long.toString(poll.tick));
      case "random.uuid" -> Optional.of(poll -> uuid(poll.random).toString());
      default -> name.startsWith("random.int") ? Optional.of(randomInt(name)) : Optional.empty();
    };
  }

  private static PollValue randomInt(String name) {
    Matcher bounds = RANDOM_INT.matcher(name);
    if (!bounds.matches()) {
      throw new IllegalArgumentException(
          "has %s, which must be two whole numbers of up to 18 digits, the lower first: %s"
              .formatted(Placeholders.of(name), Placeholders.of("random.int(0, 100)")));
    }
    long least = Long.parseLong(bounds.group(1));
    long most = Long.parseLong(bounds.group(2));
    if (least > most) {
      throw new IllegalArgumentException(
          "has %s, whose bounds are the wrong way round: %s"
              .formatted(
                  Placeholders.of(name),
                  Placeholders.of("random.int(%s, %s)".formatted(most, least))));
    }
    return poll -> Long.toString(poll.random.nextLong(least, most + 1));
  }

  /** Of version 4, as RFC 9562 has it; the JDK's own cannot be repeated. */
  private static UUID uuid(SplittableRandom random) {
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low);
  }
}
