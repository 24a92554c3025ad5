package fleetpoll.settings;

import fleetpoll.config.DurationRange;
import fleetpoll.config.HttpUrl;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.TextPattern;
import fleetpoll.config.WholeNumber;
import fleetpoll.settings.answer.AnswerKeys;
import fleetpoll.settings.answer.Statuses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of {@code study.conf}: the name of each parameter and its allowed values. */
final class StudyKeys {

  static final Keys ALL = new Keys();

  static final Key<List<Long>> REQUESTS =
      ALL.add(Key.ofSome("requests", new WholeNumber(1, 10_000_000)));
  static final Key<List<Integer>> LIMIT =
      ALL.add(Key.ofSome("limit", new WholeNumber(1, 100_000).asInt()));
  static final Key<List<List<StudyClient>>> CLIENTS =
      ALL.add(Key.ofSome("clients", StudyClient::parse));
  static final Key<DelaySettings> DELAY = add("delay", DelaySettings::parse);
  static final Key<Long> SEED = add("seed", FleetKeys.ANY_NUMBER);
  static final Key<Optional<URI>> TARGET = add("target", StudyKeys::target);
  static final Key<Integer> STATUS = add("status", Statuses.CODE);
  static final Key<Optional<Long>> LENGTH = add("length", new OrWord<>(AnswerKeys.BYTES, "any"));
  static final Key<Duration> TIMEOUT = add("timeout", FleetKeys.TO_AN_HOUR);
  static final Key<Duration> CELL_LIMIT = add("cell.limit", DurationRange.of("0 s", "7 d"));
  static final Key<Duration> CELL_TIMEOUT = add("cell.timeout", DurationRange.of("1 s", "7 d"));
  static final Key<List<String>> CELL_JVM_ARGS =
      ALL.add(Key.ofList("cell.jvm-args", TextPattern.NOT_EMPTY));
  static final Key<String> CELL_PYTHON = add("cell.python", TextPattern.NOT_EMPTY);

  static {
    ALL.add(FleetKeys.SECRETS);
    ALL.add(FleetKeys.TLS_VERIFY);
    ALL.add(FleetKeys.TLS_TRUST);
    FleetKeys.ACCESS.ofTls().forEach(ALL::add);
    ALL.add(FleetKeys.EMBEDDED_HOST);
    ALL.add(FleetKeys.EMBEDDED_JVM_ARGS);
    ALL.add(FleetKeys.EMBEDDED_THREADS);
    ALL.add(FleetKeys.EMBEDDED_FAULTS);
  }

  private StudyKeys() {}

  private static <T> Key<T> add(String name, Function<String, T> type) {
    return ALL.add(Key.of(name, type));
  }

  private static Optional<URI> target(String text) {
    if (text.equals(TargetSettings.Embedded.NAME)) {
      return Optional.empty();
    }
    Optional<URI> url = HttpUrl.of(text).filter(found -> found.getFragment() == null);
    // The JDK's HTTP client, which some of a study's clients are, refuses such a name.
    if (url.filter(found -> found.getHost() == null).isPresent()) {
      throw new IllegalArgumentException(
          "must not have a host with an underscore, which the JDK's HTTP client refuses; give its"
              + " address instead");
    }
    if (url.isEmpty()) {
      throw new IllegalArgumentException(
          "must be embedded or a URL such as http://127.0.0.1:8000/delay: http or https, a host,"
              + " a port from 1 to 65535 if any, no user or fragment");
    }
    return url;
  }
}
