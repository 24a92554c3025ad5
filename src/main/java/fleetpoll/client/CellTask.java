package fleetpoll.client;

import fleetpoll.trust.PemFile;
import fleetpoll.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The task of a client in one cell of a study: GET a URL for each index from 0, a limited number of
 * them at once, and verify the answers.
 *
 * @param cell id of the cell, sent as {@code X-Device}
 * @param url to which the index is appended
 * @param warmUpUrl requested once beforehand and counted in no figure, so that no client's first
 *     request pays for loading its HTTP stack
 * @param requests how many are sent
 * @param limit how many are at most in flight at once
 * @param status expected code
 * @param lengthBytes expected length of the body; empty: any
 * @param timeout of one request, connecting included; whole milliseconds
 * @param trust whose certificates the client trusts
 */
public record CellTask(
    String cell,
    String url,
    String warmUpUrl,
    long requests,
    int limit,
    int status,
    OptionalLong lengthBytes,
    Duration timeout,
    Trust trust) {

  /** Name of the request header with the cell's id. */
  public static final String CELL_HEADER = "X-Device";

  /** Name of the request header that marks the warm-up. */
  public static final String WARM_UP_HEADER = "X-Fleetpoll-Warm-Up";

  private static final String PREFIX = "fleetpoll.cell.";
  private static final String ANY = "any";
  private static final String NONE = "none";

  /** The task by the names of a client's options, such as {@code warm-up-url}. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("cell", cell);
    options.put("url", url);
    options.put("warm-up-url", warmUpUrl);
    options.put("requests", Long.toString(requests));
    options.put("limit", Integer.toString(limit));
    options.put("status", Integer.toString(status));
    options.put("length", lengthBytes.isPresent() ? "" + lengthBytes.getAsLong() : ANY);
    options.put("timeout-ms", Long.toString(timeout.toMillis()));
    options.put("tls-verify", Boolean.toString(trust.verifies()));
    options.put("tls-trust", trust.file().map(file -> file.path().toString()).orElse(NONE));
    return options;
  }

  /** The name of the system property that carries an option in a JVM. */
  public static String property(String option) {
    return PREFIX + option;
  }

  /** The task in this JVM's system properties. */
  public static CellTask ofThisProcess() {
    UnaryOperator<String> option = name -> System.getProperty(property(name));
    String length = option.apply("length");
    return new CellTask(
        option.apply("cell"),
        option.apply("url"),
        option.apply("warm-up-url"),
        Long.parseLong(option.apply("requests")),
        Integer.parseInt(option.apply("limit")),
        Integer.parseInt(option.apply("status")),
        length.equals(ANY) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length)),
        Duration.ofMillis(Long.parseLong(option.apply("timeout-ms"))),
        new Trust(
            Boolean.parseBoolean(option.apply("tls-verify")),
            Optional.of(option.apply("tls-trust"))
                .filter(path -> !path.equals(NONE))
                .map(path -> PemFile.read(Path.of(path)))));
  }

  /** How many requests can be in flight at once: the limit, or all of them if they are fewer. */
  public int places() {
    return (int) Math.min(requests, limit);
  }
}
