package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.KnownKeys;
import fleetpoll.config.Layers;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.config.WholeNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads every parameter of a study; what is wrong with one is no reason not to read the next. */
final class StudyReader {

  private static final WholeNumber REQUESTS = new WholeNumber(1, 10_000_000);
  private static final Function<String, Integer> LIMIT =
      new WholeNumber(1, 100_000).andThen(Math::toIntExact);
  private static final WholeNumber SEED = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  private static final Function<String, Integer> STATUS =
      new WholeNumber(100, 599).andThen(Math::toIntExact);
  private static final String ANY = "any";
  private static final WholeNumber BYTES = new WholeNumber(0, Integer.MAX_VALUE);
  private static final DurationRange TIMEOUT = DurationRange.of("1 ms", "1 h");
  private static final DurationRange CELL_LIMIT = DurationRange.of("0 s", "7 d");
  private static final DurationRange CELL_TIMEOUT = DurationRange.of("1 s", "7 d");

  private final Layers layers;
  private final Reader reader;
  private final List<Long> requests;
  private final List<Integer> limits;
  private final List<StudyClient> clients;
  private final Optional<DelaySettings> delay;
  private final Optional<Long> seed;
  private final Optional<Optional<URI>> target;
  private final Optional<Integer> status;
  private final Optional<OptionalLong> length;
  private final Optional<Duration> timeout;
  private final Optional<Duration> cellLimit;
  private final Optional<Duration> cellTimeout;
  private final List<String> cellJvmArgs;
  private final Optional<String> python;
  private final EmbeddedReader embedded;

  StudyReader(Layers layers, Problems problems) {
    this.layers = layers;
    reader = Reader.of(layers, problems);
    requests = reader.some("requests", REQUESTS);
    limits = reader.some("limit", LIMIT);
    clients =
        reader.some("clients", StudyClient::parse).stream()
            .flatMap(List::stream)
            .distinct()
            .toList();
    delay = reader.required("delay", DelaySettings::parse);
    seed = reader.required("seed", SEED);
    target = reader.required("target", new StudyTarget());
    status = reader.required("status", STATUS);
    length = reader.required("length", StudyReader::length);
    timeout = reader.required("timeout", TIMEOUT);
    cellLimit = reader.required("cell.limit", CELL_LIMIT);
    cellTimeout = reader.required("cell.timeout", CELL_TIMEOUT);
    cellJvmArgs = reader.texts("cell.jvm-args");
    python = reader.required("cell.python", TextPattern.NOT_EMPTY);
    embedded = new EmbeddedReader(layers, reader, problems);
  }

  private static OptionalLong length(String text) {
    if (text.equals(ANY)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(BYTES.apply(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or " + ANY, e);
    }
  }

  /** Lets the target say what is wrong with its faults. */
  void checkFaults(Consumer<List<String>> check) {
    embedded.checkFaults(check);
  }

  /** The keys that there are. */
  KnownKeys knownKeys() {
    return KnownKeys.of(reader.asked(), Optional.empty(), layers);
  }

  /** The settings; only when there are no problems. */
  StudySettings settings() {
    return new StudySettings(
        requests,
        limits,
        clients,
        delay.orElseThrow(),
        seed.orElseThrow(),
        target.orElseThrow(),
        status.orElseThrow(),
        length.orElseThrow(),
        timeout.orElseThrow(),
        new CellSettings(
            cellLimit.orElseThrow(), cellTimeout.orElseThrow(), cellJvmArgs, python.orElseThrow()),
        embedded.settings(),
        knownKeys().keys().stream().map(this::inForce).toList());
  }

  private Parameter inForce(String key) {
    Setting setting = layers.find(key).orElseThrow();
    return new Parameter(key, setting.written(), setting.origin());
  }
}
