package fleetpoll.settings;

import fleetpoll.config.InputFiles;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Who the devices are.
 *
 * @param list one a device; incomplete when there was a problem
 * @param placeholders what the endpoints may refer to
 */
record Identities(List<Identity> list, Placeholders placeholders) {

  /** The placeholder of a device's id, whatever its column is called. */
  static final String DEVICE = "device";

  private static final WholeNumber DEVICES = new WholeNumber(1, 100_000);
  private static final int SHORTEST_NUMBER = 4;

  /** Reads {@code devices} and {@code identities}. */
  static Identities read(Reader reader, InputFiles files, Problems problems) {
    Optional<Setting> devices = reader.required("devices");
    Optional<Long> count = devices.flatMap(setting -> setting.as(DEVICES, problems));
    Optional<Setting> identities = reader.required("identities");
    if (identities.flatMap(Setting::text).equals(Optional.of("none"))) {
      return numbered(count.orElse(0L));
    }
    Optional<Path> path = identities.flatMap(setting -> setting.as(files::find, problems));
    if (path.isEmpty()) {
      return new Identities(List.of(), new Placeholders(Optional.empty()));
    }
    IdentitiesFile file = IdentitiesFile.read(path.get(), identities.get(), problems);
    if (count.isPresent() && file.isComplete() && file.rows() < count.get()) {
      problems.add(identities.get(), tooFew(count.get(), devices.get(), file.rows()));
    }
    return new Identities(
        file.identities().stream().limit(count.orElse(0L)).toList(),
        new Placeholders(file.placeholders()));
  }

  private static Identities numbered(long devices) {
    int digits = Math.max(SHORTEST_NUMBER, Long.toString(devices).length());
    String format = "device-%0" + digits + "d";
    return new Identities(
        LongStream.rangeClosed(1, devices)
            .mapToObj(i -> new Identity(String.format(Locale.ROOT, format, i), Map.of()))
            .toList(),
        new Placeholders(Optional.of(List.of(DEVICE))));
  }

  private static String tooFew(long count, Setting devices, long rows) {
    return String.format(
        Locale.ROOT,
        "must have a row for each of %,d devices (%s), but has %,d",
        count,
        devices.origin(),
        rows);
  }
}
