package fleetpoll.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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
  private static final Function<String, Boolean> FLAG =
      Choice.of("true", "false").andThen(Boolean::parseBoolean);

  private final Problems problems;
  private final Layers layers;
  private final Reader reader;
  private final Identities identities;
  private final Optional<Duration> duration;
  private final Optional<Duration> interval;
  private final Optional<Optional<URI>> target;
  private final Optional<Phase> phase;
  private final Optional<Long> seed;
  private final Optional<Duration> ramp;
  private final Optional<Duration> warmUp;
  private final Optional<Duration> timeout;
  private final Optional<String> deviceHeader;
  private final MixRule mix;
  private final List<EndpointSettings> endpoints;
  private final Optional<Boolean> cookies;
  private final Optional<Boolean> followRedirects;
  private final EmbeddedReader embedded;

  FleetReader(Layers layers, InputFiles files, Problems problems) {
    this.layers = layers;
    this.problems = problems;
    reader = Reader.of(layers, problems);
    identities = Identities.read(reader, files, problems);
    duration = reader.required("duration", DURATION);
    interval = reader.required("interval", INTERVAL);
    target = reader.required("target", new Target());
    phase = reader.required("phase", PHASE);
    seed = reader.required("seed", SEED);
    ramp = reader.required("ramp", RAMP);
    warmUp = reader.required("warm-up", WARM_UP);
    timeout = reader.required("timeout", TIMEOUT);
    deviceHeader = reader.required("device-header", TextPattern.TOKEN);
    cookies = reader.required("client.cookies", FLAG);
    followRedirects = reader.required("client.follow-redirects", FLAG);
    embedded = new EmbeddedReader(layers, reader, problems);
    Optional<Setting> list = reader.required("endpoints");
    mix = MixRule.of(reader.required("mix"), list, problems);
    EndpointReader endpoint = EndpointReader.of(reader, identities.placeholders(), files, problems);
    endpoints = list.map(new EndpointsReader(endpoint, mix, problems)::read).orElse(List.of());
    checkDuration();
  }

  /** Lets the target say what is wrong with its faults. */
  void checkFaults(Consumer<List<String>> check) {
    embedded.checkFaults(check);
  }

  /** The keys that there are. */
  KnownKeys knownKeys() {
    return KnownKeys.of(reader.asked(), layers);
  }

  /** The settings; only when there are no problems. */
  FleetSettings settings() {
    return new FleetSettings(
        identities.list(),
        duration.orElseThrow(),
        interval.orElseThrow(),
        target.orElseThrow(),
        phase.orElseThrow(),
        seed.orElseThrow(),
        ramp.orElseThrow(),
        warmUp.orElseThrow(),
        timeout.orElseThrow(),
        deviceHeader.orElseThrow(),
        endpoints,
        new ClientSettings(cookies.orElseThrow(), followRedirects.orElseThrow()),
        embedded.settings(),
        ServerSettings.UNSAID,
        new VerdictSettings(
            new ValidityLimits(
                0.1, Duration.ofMillis(50), 0.001, 0.8, Duration.ofMillis(200), 1_000),
            List.of()),
        knownKeys().keys().stream().map(this::inForce).toList());
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

  private Parameter inForce(String key) {
    Setting setting = layers.find(key).orElseThrow();
    boolean overruled = key.equals("mix") && mix.givesWay();
    return new Parameter(
        key,
        setting.written(),
        overruled ? setting.origin() + ", overruled by the endpoints" : setting.origin());
  }
}
