package fleetpoll.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The clients that can send the requests of a concurrency study. */
public enum StudyClient {
  /** One request after the other: the JDK's blocking HTTP client on one thread. */
  SYNC,
  /** The JDK's blocking HTTP client on a pool of platform threads. */
  THREADS,
  /** Gatling's engine: virtual users on event loops. */
  ASYNC,
  /** The JDK's blocking HTTP client on virtual threads. */
  VIRTUAL,
  /** Python's requests, one after the other. */
  PYTHON_SYNC,
  /** Python's requests in a pool of threads. */
  PYTHON_THREADS,
  /** Python's aiohttp with a connector limit. */
  PYTHON_ASYNC;

  private static final String ALL = "all";

  /** The word that users write, such as {@code python-sync}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The client of a word; empty if there is none. */
  public static Optional<StudyClient> of(String word) {
    return Arrays.stream(values()).filter(client -> client.word().equals(word)).findFirst();
  }

  /** Whether it has only one request in flight at a time, whatever the limit. */
  public boolean isSequential() {
    return this == SYNC || this == PYTHON_SYNC;
  }

  /** Whether it is a Python script, not a JVM. */
  public boolean isPython() {
    return name().startsWith("PYTHON");
  }

  /**
   * Reads a word, or {@code all}.
   *
   * @throws IllegalArgumentException naming the words
   */
  static List<StudyClient> parse(String text) {
    if (text.equals(ALL)) {
      return List.of(values());
    }
    return of(text)
        .map(List::of)
        .orElseThrow(() -> new IllegalArgumentException("must be one of " + words()));
  }

  private static String words() {
    return String.join(
        ", ",
        Stream.concat(Arrays.stream(values()).map(StudyClient::word), Stream.of(ALL)).toList());
  }
}
