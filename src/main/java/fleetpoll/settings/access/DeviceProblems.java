package fleetpoll.settings.access;

import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what is wrong with the files that a parameter names, one a device: a line for each kind
 * of problem, with the number of devices and the first ones, for nobody reads ten thousand lines.
 */
final class DeviceProblems {

  private static final int NAMED = 3;
  private static final int KINDS = 20;

  private final Setting setting;
  private final int all;
  private final Map<String, List<String>> devices = new LinkedHashMap<>();

  /**
   * @param all devices, how many there are
   */
  DeviceProblems(Setting setting, int all) {
    this.setting = setting;
    this.all = all;
  }

  /**
   * Reads a device's file; empty, and a problem, if it is not as it should be.
   *
   * @param device the values of its placeholders
   * @param type throws {@link IllegalArgumentException} with what is wrong
   */
  <T> Optional<T> check(Map<String, String> device, Function<String, T> type) {
    String name = setting.written();
    for (Map.Entry<String, String> value : device.entrySet()) {
      name = Placeholders.fill(name, value.getKey(), value.getValue());
    }
    try {
      return Optional.of(type.apply(name));
    } catch (IllegalArgumentException e) {
      devices.computeIfAbsent(e.getMessage(), kind -> new ArrayList<>()).add(name);
      return Optional.empty();
    }
  }

  /** Adds a problem for each kind. */
  void addTo(Problems problems) {
    devices.entrySet().stream()
        .limit(KINDS)
        .forEach(kind -> problems.add(setting, sentence(kind.getKey(), kind.getValue())));
    if (devices.size() > KINDS) {
      problems.add(
          setting, "is wrong in %s more ways for other devices".formatted(devices.size() - KINDS));
    }
  }

  private String sentence(String wrong, List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return String.format(
        Locale.ROOT,
        "%s, for %,d of %,d devices: %s%s",
        wrong,
        names.size(),
        all,
        first,
        names.size() > NAMED ? ", ..." : "");
  }
}
