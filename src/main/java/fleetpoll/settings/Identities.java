package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Contents;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Masks;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.settings.shard.ShardSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The identities of a fleet's devices.
 *
 * @param list one for each device that runs here; incomplete if there was a problem
 * @param fleet one for each device of the fleet if they come from a file, and else the same
 * @param placeholders those that the endpoints may contain
 * @param contents of their file; empty if there is none, or it cannot be read
 */
record Identities(
    List<Identity> list,
    List<Identity> fleet,
    Placeholders placeholders,
    Optional<Contents> contents) {

  /** The placeholder of a device's id, whatever its column is called. */
  static final String DEVICE = "device";

  /** 128 MiB: a row of more than 1 KB for each of the most devices. All rows are kept in memory. */
  private static final long MOST_BYTES = 128 << 20;

  /**
   * The same without the columns whose names sound like secrets, if there are any: new tokens do
   * not make another fleet.
   */
  Optional<Contents> contents(Masks masks) {
    boolean hasSecrets =
        fleet.stream().limit(1).anyMatch(each -> !shown(each, masks).equals(each.attributes()));
    return hasSecrets
        ? contents.map(
            file ->
                Contents.of(
                    fleet.stream()
                        .map(each -> each.id() + shown(each, masks))
                        .collect(Collectors.joining("\n"))))
        : contents;
  }

  private static Map<String, String> shown(Identity identity, Masks masks) {
    Map<String, String> shown = new LinkedHashMap<>(identity.attributes());
    shown.keySet().removeIf(masks::isSecret);
    return shown;
  }

  /** The values of each device's placeholders. */
  List<Map<String, String>> values() {
    return list.stream().map(Identity::values).toList();
  }

  /** Checks {@code devices} against {@code identities}. */
  static Identities check(Checked fleet, ShardSettings shard, InputFiles files, Problems problems) {
    long count = fleet.find(FleetKeys.DEVICES).orElse(0L);
    if (fleet.find(FleetKeys.IDENTITIES).equals(Optional.of("none"))) {
      return numbered(shard);
    }
    Optional<Setting> written = fleet.findWritten(FleetKeys.IDENTITIES);
    Optional<Path> path =
        written.flatMap(setting -> setting.as(name -> files.find(name, MOST_BYTES), problems));
    if (path.isEmpty()) {
      return new Identities(
          List.of(), List.of(), new Placeholders(Optional.empty()), Optional.empty());
    }
    IdentitiesFile file = IdentitiesFile.read(path.get(), written.get(), problems);
    if (file.isComplete() && file.rows() < count) {
      String tooFew = "must have a row for each of %,d devices (%s), but has %,d";
      String devices = fleet.written(FleetKeys.DEVICES).origin();
      problems.add(written.get(), String.format(Locale.ROOT, tooFew, count, devices, file.rows()));
    }
    List<Identity> all = file.identities().stream().limit(count).toList();
    return new Identities(
        IntStream.range(0, all.size()).filter(shard::owns).mapToObj(all::get).toList(),
        all,
        new Placeholders(file.placeholders()),
        contents(path.get()));
  }

  private static Identities numbered(ShardSettings shard) {
    List<Identity> list =
        IntStream.range(0, shard.ownDevices())
            .mapToObj(place -> Identity.numbered(shard.number(place), shard.fleetDevices()))
            .toList();
    return new Identities(
        list, list, new Placeholders(Optional.of(List.of(DEVICE))), Optional.empty());
  }

  /** Empty if the file cannot be read, which its reader has reported. */
  private static Optional<Contents> contents(Path path) {
    try {
      return Optional.of(Contents.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
