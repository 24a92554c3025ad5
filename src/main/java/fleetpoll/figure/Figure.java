package fleetpoll.figure;

import java.util.Optional;

/**
 * A figure of a run. This is the only list of figures, in the order in which they are shown:
 * service levels, baselines, comparisons and tiles choose from it. {@code Run.figure} reads each of
 * them and does not compile while one is missing there.
 */
public enum Figure {
  /** Polls answered as expected, of those sent. */
  SUCCESS("success", Unit.PERCENT, "share of %spolls sent that succeeded"),
  /** Planned polls that were never sent, for whatever cause, of those planned. */
  MISSED("missed", Unit.PERCENT, "share of %splanned polls that were missed"),
  /** Planned polls that no success followed until the device left. */
  UNANSWERED("unanswered", Unit.COUNT, "number of %splanned polls that no success followed"),
  /** From a device's first due until it left; of any endpoint, or of one. */
  SILENCE(
      Kind.DEVICE,
      "silence",
      Unit.MILLIS,
      "silence",
      "longest time that a device went without a success",
      Statistic.MAX),
  /** Successes a second, from the start of the measured window to the end of the last poll. */
  THROUGHPUT("throughput", Unit.PER_SECOND, "number of %ssuccesses per second"),
  /** Like the other service times: from sent to the last byte, of successes. */
  SERVICE_P50("service", Statistic.P50),
  SERVICE_P90("service", Statistic.P90),
  SERVICE_P95("service", Statistic.P95),
  SERVICE_P99("service", Statistic.P99),
  SERVICE_P999("service", Statistic.P999),
  SERVICE_MAX("service", Statistic.MAX),
  SERVICE_MEAN("service", Statistic.MEAN),
  /**
   * Like the other response times: of all planned polls, from due to the last byte of the first
   * success that the device sent at or after the due, or until it left if there was none.
   */
  RESPONSE_P50("response", Statistic.P50),
  RESPONSE_P90("response", Statistic.P90),
  RESPONSE_P95("response", Statistic.P95),
  RESPONSE_P99("response", Statistic.P99),
  RESPONSE_P999("response", Statistic.P999),
  RESPONSE_MAX("response", Statistic.MAX),
  RESPONSE_MEAN("response", Statistic.MEAN),
  /** How many processors the server used in the mean. */
  SERVER_CPU("server.cpu", Unit.CORES, "CPU", "server's mean CPU"),
  /** The server's processor time divided by the requests sent. */
  CPU_PER_REQUEST(
      "server.cpu-per-request", Unit.MILLIS, "CPU per request", "server's CPU time per request"),
  /** The server's resident memory, highest sample. */
  PEAK_MEMORY("server.memory", Unit.BYTES, "peak memory", "server's peak memory"),
  /** The server's peak memory divided by the devices, times 1,000. */
  MEMORY_PER_THOUSAND(
      "server.memory-per-thousand",
      Unit.BYTES,
      "memory per 1,000 devices",
      "server's memory per 1,000 devices");

  /** What a figure is about. */
  public enum Kind {
    /** Counts of polls, of the whole fleet or of one endpoint. */
    POLLS,
    /** Times of one endpoint's polls; there is none of several endpoints together. */
    TIME,
    /** What the worst device saw, of the whole fleet or of one endpoint. */
    DEVICE,
    /** What the server used. */
    SERVER
  }

  private final Kind kind;
  private final String key;
  private final Unit unit;
  private final String text;
  private final String words;
  private final Statistic statistic;

  Figure(String key, Unit unit, String words) {
    this(Kind.POLLS, key, unit, key, words, null);
  }

  Figure(String measure, Statistic statistic) {
    this(
        Kind.TIME,
        measure.equals("service") ? statistic.key() : measure + "." + statistic.key(),
        Unit.MILLIS,
        measure + " " + statistic.key(),
        "%s %s time".formatted(statistic.word(), measure),
        statistic);
  }

  Figure(String key, Unit unit, String text, String words) {
    this(Kind.SERVER, key, unit, text, words, null);
  }

  Figure(Kind kind, String key, Unit unit, String text, String words, Statistic statistic) {
    this.kind = kind;
    this.key = key;
    this.unit = unit;
    this.text = text;
    this.words = words;
    this.statistic = statistic;
  }

  /** What it is about. */
  public Kind kind() {
    return kind;
  }

  /**
   * Its name as a parameter, such as {@code response.p99}; a figure of one endpoint follows the
   * endpoint's name.
   */
  public String key() {
    return key;
  }

  /** Whether it is a response time. */
  public boolean isResponse() {
    return kind == Kind.TIME && key.startsWith("response.");
  }

  /** The unit of its values. */
  public Unit unit() {
    return unit;
  }

  /** Whether less of it is better. */
  public boolean lessIsBetter() {
    return this != SUCCESS && this != THROUGHPUT;
  }

  /** Of which statistic of times it is a value; empty for a figure of another kind. */
  public Optional<Statistic> statistic() {
    return Optional.ofNullable(statistic);
  }

  /** Whether it is of all planned polls, as response times are; service times are of successes. */
  public boolean isOfAllPlanned() {
    return kind == Kind.TIME && key.startsWith("response.");
  }

  /** Its name in a table, such as {@code service p99}. */
  public String text() {
    return text;
  }

  /**
   * In words that follow "the", such as {@code p99 service time of A}.
   *
   * @param endpoint its name; null for a figure of the whole fleet or of the server
   */
  public String words(String endpoint) {
    return switch (kind) {
      case POLLS -> words.formatted(endpoint == null ? "" : endpoint + "'s ");
      case TIME -> words + " of " + endpoint;
      case DEVICE -> endpoint == null ? words : words + " of " + endpoint;
      case SERVER -> words;
    };
  }
}
