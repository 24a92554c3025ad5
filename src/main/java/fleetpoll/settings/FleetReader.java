package fleetpoll.settings;

import fleetpoll.config.Choice;
import fleetpoll.config.DurationRange;
import fleetpoll.config.InputFiles;
import fleetpoll.config.KnownKeys;
import fleetpoll.config.Layers;
import fleetpoll.config.Parameter;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.config.WholeNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Reads every parameter; what is wrong with one is no reason not to read the next. */
final class FleetReader {

  private static final DurationRange DURATION =
      DurationRange.of("1 ms", "7 d").bare("m").told("at least one interval and at most 7 d");
  private static final DurationRange INTERVAL = DurationRange.of("1 ms", "1 h").bare("ms");
  private static final DurationRange RAMP = DurationRange.of("0 s", "7 d");
  private static final DurationRange WARM_UP = DurationRange.of("0 s", "10 m");
  private static final DurationRange TIMEOUT = DurationRange.of("1 ms", "1 h");
  private static final Function<String, Phase> PHASE =
      Choice.of("spread", "together", "random")
          .<String>compose(text -> text.toLowerCase(Locale.ROOT))
          .andThen(text -> Phase.valueOf(text.toUpperCase(Locale.ROOT)));
  private static final WholeNumber SEED = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);

  private final Problems problems;
  private final Layers layers;
  private final Reader reader;
  private final Identities identities;
  private final Optional<Duration> duration;
  private final Optional<Duration> interval;
  private final List<Optional<TargetSettings>> targets;
  private final ComparisonReader comparison;
  private final BaselineReader baseline;
  private final LiveReader live;
  private final Optional<Phase> phase;
  private final Optional<Long> seed;
  private final Optional<Duration> ramp;
  private final Optional<Duration> warmUp;
  private final Optional<Duration> timeout;
  private final StormReader storm;
  private final Optional<String> deviceHeader;
  private final MixRule mix;
  private final List<EndpointSettings> endpoints;
  private final Optional<Boolean> cookies;
  private final Optional<Boolean> followRedirects;
  private final Optional<ServerSettings> server;
  private final EmbeddedReader embedded;
  private final ValidityReader validity;
  private final LevelsReader levels;
  private final List<ServiceLevel> serviceLevels;

  FleetReader(Layers layers, InputFiles files, Problems problems) {
    this.layers = layers;
    this.problems = problems;
    reader = Reader.of(layers, problems);
    identities = Identities.read(reader, files, problems);
    duration = reader.required("duration", DURATION);
    interval = reader.required("interval", INTERVAL);
    targets = targets(files.workingDirectory());
    comparison = new ComparisonReader(reader, problems);
    baseline = new BaselineReader(reader);
    live = new LiveReader(reader, problems);
    phase = reader.required("phase", PHASE);
    seed = reader.required("seed", SEED);
    ramp = reader.required("ramp", RAMP);
    warmUp = reader.required("warm-up", WARM_UP);
    timeout = reader.required("timeout", TIMEOUT);
    storm = new StormReader(reader, problems);
    deviceHeader = reader.required("device-header", TextPattern.TOKEN);
    cookies = reader.required("client.cookies", Choice.FLAG);
    followRedirects = reader.required("client.follow-redirects", Choice.FLAG);
    server = ServerReader.read(reader, problems);
    embedded = new EmbeddedReader(layers, reader, problems);
    Optional<Setting> list = reader.required("endpoints");
    mix = MixRule.of(reader.required("mix"), list, problems);
    EndpointReader endpoint = EndpointReader.of(reader, identities.placeholders(), files, problems);
    endpoints = list.map(new EndpointsReader(endpoint, mix, problems)::read).orElse(List.of());
    validity = new ValidityReader(reader);
    levels = new LevelsReader(reader, layers, list, problems);
    serviceLevels = levels.read();
    checkDuration();
    storm.checkWithin(ramp, duration);
    checkProcess();
  }

  private List<Optional<TargetSettings>> targets(Path workingDirectory) {
    ProgramReader program = ProgramReader.of(reader, workingDirectory, problems);
    ServersReader servers = new ServersReader(program, problems);
    return reader.list(
        "target",
        new TargetParser(reader.required(Layers.TARGETS).map(servers::read).orElse(Map.of())));
  }

  /** Lets the target say what is wrong with its faults. */
  void checkFaults(Consumer<List<String>> check) {
    embedded.checkFaults(check);
  }

  /** Lets the machine say whether the server's process is there. */
  void checkServer(LongPredicate isAlive) {
    server
        .filter(s -> s.pid().isPresent() && !isAlive.test(s.pid().getAsLong()))
        .flatMap(s -> layers.find("server.pid"))
        .ifPresent(pid -> problems.add(pid, "must be a process that is alive here, or none"));
  }

  /** The keys that there are. */
  KnownKeys knownKeys() {
    return KnownKeys.of(
        reader.asked(),
        levels.knowsEndpoints() ? Optional.empty() : Optional.of(LevelsReader.ROOT),
        layers);
  }

  /** The settings; only when there are no problems. */
  FleetSettings settings() {
    return new FleetSettings(
        identities.list(),
        duration.orElseThrow(),
        interval.orElseThrow(),
        targets.get(0).orElseThrow(),
        phase.orElseThrow(),
        seed.orElseThrow(),
        ramp.orElseThrow(),
        warmUp.orElseThrow(),
        timeout.orElseThrow(),
        storm.settings(),
        deviceHeader.orElseThrow(),
        endpoints,
        new ClientSettings(cookies.orElseThrow(), followRedirects.orElseThrow()),
        embedded.settings(),
        server.orElseThrow(),
        new VerdictSettings(validity.limits(), serviceLevels),
        comparison.settings(),
        baseline.settings(),
        live.settings(),
        knownKeys().keys().stream().flatMap(key -> inForce(key).stream()).toList());
  }

  private void checkProcess() {
    if (targets.size() > 1 && server.filter(s -> s.pid().isPresent()).isPresent()) {
      problems.add(
          layers.find("server.pid").orElseThrow(),
          "must be none where target names several servers: it is the process of one");
    }
  }

  private void checkDuration() {
    if (duration.isPresent()
        && interval.isPresent()
        && duration.get().compareTo(interval.get()) < 0) {
      Setting least = layers.find("interval").orElseThrow();
      problems.add(
          layers.find("duration").orElseThrow(),
          "must be at least one interval, "
              + least.written()
              + " ("
              + least.origin()
              + "), and at most 7 d");
    }
  }

  /** Empty for a service level that is not set. Of all the servers only the one that is started. */
  private Optional<Parameter> inForce(String key) {
    String place =
        key.equals(Layers.TARGETS) ? key + "." + targets.get(0).orElseThrow().name() : key;
    String overruled = key.equals("mix") && mix.givesWay() ? ", overruled by the endpoints" : "";
    return layers
        .find(place)
        .map(
            setting ->
                new Parameter(place, LiveReader.shown(setting), setting.origin() + overruled));
  }
}
