package fleetpoll.server.fault;

import fleetpoll.figure.Numbers;
import fleetpoll.settings.Share;
import java.time.Duration;

/**
 * One thing that the embedded target does wrong on purpose.
 *
 * @param devices the id of the device whose requests it hits, or {@value #EVERY_DEVICE}
 * @param kind what happens
 * @param rate the share of the device's measured requests that are hit; 1 for {@link
 *     FaultKind#LATENCY} and {@link FaultKind#RATE}
 * @param latency how much later answers are, up to 1 h; zero unless the kind is {@link
 *     FaultKind#LATENCY}
 * @param perSecond how many requests of its devices together are served in a second, 1 to {@value
 *     #MOST_PER_SECOND}; zero unless the kind is {@link FaultKind#RATE}
 */
public record Fault(String devices, FaultKind kind, Share rate, Duration latency, int perSecond) {

  /** Written in place of a device's id: all devices, also those without an id. */
  public static final String EVERY_DEVICE = "*";

  /** The highest rate of {@link FaultKind#RATE}; one above it would not be kept exactly. */
  static final int MOST_PER_SECOND = 100_000;

  private static final String ALLOWED =
      "allowed is <devices>=<kind>[:<argument>] with a device's id or * and one of error:<rate>,"
          + " reset:<rate>, close:<rate>, cut:<rate>, stall:<rate>, garbage:<rate>, short:<rate>"
          + " (rate: 1, 1/2 or 0.1; without one every request), latency:<duration> (such as"
          + " 200ms) or rate:<requests per second> (such as 800)";

  /**
   * Reads a fault such as {@code device-0007=error:1/2} or {@code *=latency:200ms}. The last {@code
   * =} ends the device's id.
   *
   * @throws IllegalArgumentException if the text is not a fault; the message quotes it and says
   *     what is allowed
   */
  public static Fault parse(String text) {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw refusal(text, "it names no devices", null);
    }
    String devices = text.substring(0, equals).strip();
    String[] words = text.substring(equals + 1).strip().split(":", 2);
    FaultKind kind =
        FaultKind.of(words[0])
            .orElseThrow(() -> refusal(text, "\"" + words[0] + "\" is no kind of fault", null));
    try {
      return of(devices, kind, words.length == 2 ? words[1] : "");
    } catch (IllegalArgumentException e) {
      throw refusal(text, e.getMessage(), e);
    }
  }

  private static Fault of(String devices, FaultKind kind, String argument) {
    if (kind == FaultKind.LATENCY) {
      return new Fault(devices, kind, Share.EVERY_TICK, HoconDuration.parse(argument), 0);
    }
    if (kind == FaultKind.RATE) {
      return new Fault(devices, kind, Share.EVERY_TICK, Duration.ZERO, perSecond(argument));
    }
    Share rate = argument.isEmpty() ? Share.EVERY_TICK : Share.parse(argument);
    return new Fault(devices, kind, rate, Duration.ZERO, 0);
  }

  private static int perSecond(String text) {
    if (text.matches("[0-9]{1,6}")) {
      int rate = Integer.parseInt(text);
      if (rate >= 1 && rate <= MOST_PER_SECOND) {
        return rate;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is no whole number from 1 to %s".formatted(text, Numbers.count(MOST_PER_SECOND)));
  }

  private static IllegalArgumentException refusal(String text, String why, Throwable cause) {
    return new IllegalArgumentException(
        "fault \"" + text + "\": " + why + "; " + ALLOWED + ".", cause);
  }

  boolean concerns(String device) {
    return devices.equals(EVERY_DEVICE) || devices.equals(device);
  }

  /**
   * Whether the fault hits a device's request. It hits exactly the rate's share of any run of
   * requests, evenly spread.
   *
   * @param n the number of the request among the device's measured ones, from 0
   */
  boolean hits(long n) {
    long before = Math.multiplyExact(n, rate.numerator()) / rate.denominator();
    long after = Math.multiplyExact(n + 1, rate.numerator()) / rate.denominator();
    return after > before;
  }

  /** The fault in the form that {@link #parse} reads. */
  @Override
  public String toString() {
    String argument =
        switch (kind) {
          case LATENCY -> latency.toNanos() + "ns";
          case RATE -> Integer.toString(perSecond);
          default -> rate.toString();
        };
    return devices + "=" + kind.word() + ":" + argument;
  }
}
