package fleetpoll.settings;

import fleetpoll.config.Choice;
import fleetpoll.config.DurationRange;
import fleetpoll.config.HttpUrl;
import fleetpoll.config.IpAddress;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Memory;
import fleetpoll.config.OrWord;
import fleetpoll.config.Percent;
import fleetpoll.config.RedisUrl;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.config.WholeNumber;
import fleetpoll.settings.access.AccessKeys;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.behavior.BehaviorKeys;
import fleetpoll.settings.capacity.CapacityCheck;
import fleetpoll.settings.capacity.CapacityKeys;
import fleetpoll.settings.shard.ShardKeys;
import fleetpoll.text.FilePath;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The keys of {@code fleet.conf}: the name of each parameter and its allowed values. */
final class FleetKeys {

  static final Keys ALL = new Keys();

  static final WholeNumber ANY_NUMBER = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  static final DurationRange TO_AN_HOUR = DurationRange.of("1 ms", "1 h");

  private static final String NONE = "none";
  private static final DurationRange TIME = DurationRange.of("0 s", "1 h");
  private static final DurationRange SHORT_TIME = DurationRange.of("0 ms", "1 h");
  private static final WholeNumber COUNT = new WholeNumber(0, 1_000_000_000);
  private static final Percent PERCENT = new Percent();
  private static final OrWord<Double> POINTS = OrWord.none(PERCENT);
  private static final OrWord<Double> MORE = OrWord.none(new Percent(BigDecimal.valueOf(10_000)));

  static final Key<Long> DEVICES = add("devices", ShardKeys::devices);
  static final Key<Duration> DURATION =
      add(
          "duration",
          DurationRange.of("1 ms", "7 d").bare("m").told("at least one interval and at most 7 d"));
  static final Key<Duration> INTERVAL = add("interval", TO_AN_HOUR.bare("ms"));
  static final Key<List<String>> TARGET = ALL.add(Key.ofList("target", Function.identity()));
  static final Key<Phase> PHASE =
      add(
          "phase",
          Choice.of("spread", "together", "random")
              .<String>compose(text -> text.toLowerCase(Locale.ROOT))
              .andThen(text -> Phase.valueOf(text.toUpperCase(Locale.ROOT))));
  static final Key<Long> SEED = add("seed", ANY_NUMBER);
  static final Key<Duration> RAMP = add("ramp", DurationRange.of("0 s", "7 d"));
  static final Key<Duration> WARM_UP = add("warm-up", DurationRange.of("0 s", "10 m"));
  static final Key<Duration> TIMEOUT = add("timeout", TO_AN_HOUR);
  static final Key<String> DEVICE_HEADER = add("device-header", TextPattern.TOKEN);
  static final Key<String> IDENTITIES = add("identities", Function.identity());
  static final Key<Mix> MIX = add("mix", Mix::parse);
  static final Key<Setting> ENDPOINTS = ALL.add(Key.ofFiles("endpoints"));
  static final Key<String> ENDPOINT_METHOD = add("endpoint.method", EndpointKeys.METHOD);
  static final Key<Statuses> ENDPOINT_STATUS = ALL.add(Statuses.key("endpoint.status"));
  static final Key<Setting> LOGIN = ALL.add(Key.ofFiles(LoginSettings.NAME));
  static final Key<List<String>> SESSION = ALL.add(Key.ofList("session", TextPattern.NAME));
  static final Key<List<String>> SECRETS = texts("secrets");
  static final Key<Duration> RESOLUTION =
      add("resolution", DurationRange.of("0 ms", "100 ms").bare("ms"));
  static final Key<List<InetAddress>> LOCAL_ADDRESSES =
      ALL.add(Key.ofList("local-addresses", IpAddress::of));
  static final Key<Optional<Duration>> PREFLIGHT = add("preflight", OrWord.none(TO_AN_HOUR));
  static final Key<Optional<Duration>> CHECKPOINT =
      add("checkpoint", OrWord.none(DurationRange.of("1 s", "1 h")));
  static final Key<Duration> WARM_UP_RAMP =
      add("warm-up-ramp", DurationRange.of("0 s", "10 m").told("0 s to half of the warm-up"));
  static final ShardKeys SHARD = new ShardKeys(ALL);
  static final Key<Boolean> TLS_VERIFY = add("tls.verify", Choice.FLAG);
  static final Key<Optional<String>> TLS_TRUST =
      add("tls.trust", OrWord.none(TextPattern.NOT_EMPTY));
  static final AccessKeys ACCESS = new AccessKeys(ALL);
  static final Key<Boolean> COOKIES = add("client.cookies", Choice.FLAG);
  static final Key<Boolean> FOLLOW_REDIRECTS = add("client.follow-redirects", Choice.FLAG);
  static final Key<Integer> MOST_REDIRECTS =
      add("client.most-redirects", new WholeNumber(1, 100).asInt());
  static final Key<Integer> STATUS_LINE = add("client.status-line", Memory.toGibibyte());
  static final Key<Integer> HEADER = add("client.header", Memory.toGibibyte());
  static final Key<Integer> CHECKED_BODY = add("client.checked-body", Memory.toGibibyte());
  static final Key<List<Duration>> STORM_AT =
      ALL.add(
          Key.ofList(
              "storm.at", DurationRange.of("0 s", "14 d").told("0 s to the end of the run")));
  static final Key<Duration> STORM_BACK_OFF = add("storm.back-off", TIME);
  static final Key<Duration> STORM_JITTER = add("storm.jitter", TIME);
  static final Key<Boolean> STORM_RESUME = add("storm.resume", Choice.FLAG);
  static final BehaviorKeys BEHAVIOR = new BehaviorKeys(ALL);
  static final Key<Optional<Long>> SERVER_PID =
      add("server.pid", OrWord.none(new WholeNumber(1, Integer.MAX_VALUE)));
  static final Key<Optional<URI>> SERVER_METRICS =
      add("server.metrics", OrWord.none(FleetKeys::nodeExporter));
  static final Key<String> STARTED_FOLDER = add("started.folder", ProgramKeys.FOLDER_TYPE);
  static final Key<String> STARTED_READY = add("started.ready", ProgramKeys.READY_TYPE);
  static final Key<Duration> STARTED_READY_WITHIN =
      add("started.ready-within", ProgramKeys.READY_WITHIN_TYPE);
  static final Key<Duration> STARTED_STOP_WITHIN =
      add("started.stop-within", ProgramKeys.STOP_WITHIN_TYPE);
  static final Key<Setting> TARGETS = ALL.add(Key.ofFiles("targets"));
  static final Key<InetAddress> EMBEDDED_HOST = add("embedded.host", IpAddress::of);
  static final Key<Integer> EMBEDDED_THREADS =
      add("embedded.threads", new WholeNumber(1, 64).asInt());
  static final Key<List<String>> EMBEDDED_JVM_ARGS = texts("embedded.jvm-args");
  static final Key<List<String>> EMBEDDED_FAULTS = texts("embedded.faults");
  static final Key<Duration> VALIDITY_LATENESS = add("validity.lateness", SHORT_TIME);
  static final Key<Double> VALIDITY_MISSED = add("validity.missed", PERCENT);
  static final Key<Long> VALIDITY_EXHAUSTED = add("validity.exhausted", COUNT);
  static final Key<Double> VALIDITY_CPU = add("validity.cpu", PERCENT);
  static final Key<Duration> VALIDITY_GC_PAUSE = add("validity.gc-pause", SHORT_TIME);
  static final Key<Duration> VALIDITY_STALL = add("validity.stall", SHORT_TIME);
  static final Key<Long> VALIDITY_TICKS = add("validity.ticks", COUNT);
  static final Key<Integer> COMPARE_ROUNDS = add("compare.rounds", new WholeNumber(1, 100).asInt());
  static final Key<Duration> COMPARE_COOL_DOWN = add("compare.cool-down", TIME);
  static final Key<Boolean> COMPARE_FORCE = add("compare.force", Choice.FLAG);
  static final Key<Optional<Path>> BASELINE = add("baseline", FleetKeys::runFolder);
  static final Key<Optional<Double>> TOLERANCE_SUCCESS = add("tolerance.success", POINTS);
  static final Key<Optional<Double>> TOLERANCE_MISSED = add("tolerance.missed", POINTS);
  static final Key<Optional<Double>> TOLERANCE_P50 = add("tolerance.p50", MORE);
  static final Key<Optional<Double>> TOLERANCE_P95 = add("tolerance.p95", MORE);
  static final Key<Optional<Double>> TOLERANCE_P99 = add("tolerance.p99", MORE);
  static final Key<Duration> TOLERANCE_FLOOR = add("tolerance.floor", SHORT_TIME);
  static final Key<Optional<Double>> TOLERANCE_CPU = add("tolerance.cpu", MORE);
  static final Key<Optional<Double>> TOLERANCE_MEMORY = add("tolerance.memory", MORE);
  static final Key<Optional<RedisUrl>> LIVE_REDIS =
      ALL.add(Key.ofSecret("live.redis", FleetKeys::redis, RedisUrl::withoutUser));
  static final Key<Optional<Long>> LIVE_PORT =
      add("live.port", OrWord.none(new WholeNumber(1, 65_535)));
  static final Key<Boolean> LIVE_DEVICES = add("live.devices", Choice.FLAG);

  /** What a search for a capacity sets itself, or must know. */
  static final CapacityCheck.Fleet OF_SEARCH =
      new CapacityCheck.Fleet(
          DEVICES, DURATION, RAMP, WARM_UP, WARM_UP_RAMP, COMPARE_ROUNDS, BASELINE, TARGET);

  static {
    ALL.leave(
        new Keys.Foreign(
            CapacityKeys.ROOT,
            "belongs to a search for a capacity:"
                + " -Dgatling.simulationClass=fleetpoll.simulation.CapacitySimulation"));
  }

  private FleetKeys() {}

  private static <T> Key<T> add(String name, Function<String, T> type) {
    return ALL.add(Key.of(name, type));
  }

  private static Key<List<String>> texts(String name) {
    return ALL.add(Key.ofList(name, TextPattern.NOT_EMPTY));
  }

  private static URI nodeExporter(String text) {
    return HttpUrl.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be the URL of a node exporter's metrics, such as"
                        + " http://host:9100/metrics"));
  }

  private static Optional<Path> runFolder(String text) {
    return text.equals(NONE)
        ? Optional.empty()
        : Optional.of(FilePath.of(TextPattern.NOT_EMPTY.apply(text), "a run folder"));
  }

  // The message of RedisUrl already names none.
  private static Optional<RedisUrl> redis(String text) {
    return text.equals(NONE) ? Optional.empty() : Optional.of(RedisUrl.parse(text));
  }
}
