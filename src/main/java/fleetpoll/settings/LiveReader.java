package fleetpoll.settings;

import com.typesafe.config.ConfigValueFactory;
import fleetpoll.config.Choice;
import fleetpoll.config.OrNone;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.RedisUrl;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads {@code live { }}. */
final class LiveReader {

  private static final String REDIS = "live.redis";
  private static final String NONE = "none";
  private static final Function<String, OptionalInt> PORT =
      new OrNone<>(new WholeNumber(1, 65_535))
          .andThen(port -> port.map(p -> OptionalInt.of(p.intValue())).orElse(OptionalInt.empty()));

  private final Optional<Optional<RedisUrl>> redis;
  private final Optional<OptionalInt> port;
  private final Optional<Boolean> devices;

  LiveReader(Reader reader, Problems problems) {
    redis = reader.required(REDIS).flatMap(setting -> redis(setting, problems));
    port = reader.required("live.port", PORT);
    devices = reader.required("live.devices", Choice.FLAG);
  }

  /** The settings; only when there are no problems. */
  LiveSettings settings() {
    return new LiveSettings(redis.orElseThrow(), port.orElseThrow(), devices.orElseThrow());
  }

  /** A parameter's value as it may be stored and shown. */
  static String shown(Setting setting) {
    return setting.key().equals(REDIS)
        ? RedisUrl.withoutUser(setting.written())
        : setting.written();
  }

  private static Optional<Optional<RedisUrl>> redis(Setting setting, Problems problems) {
    if (setting.written().equals(NONE)) {
      return Optional.of(Optional.empty());
    }
    try {
      return Optional.of(Optional.of(RedisUrl.parse(setting.written())));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Setting(
              setting.key(), ConfigValueFactory.fromAnyRef(shown(setting)), setting.origin()),
          e.getMessage());
      return Optional.empty();
    }
  }
}
