package fleetpoll.settings.capacity;

import fleetpoll.capacity.search.Goal;
import fleetpoll.config.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to search for the largest fleet for which the service levels hold.
 *
 * @param goal what is searched for
 * @param trial how long each device polls in a trial, after the warm-up
 * @param warmUpRamp at the beginning of a trial's warm-up, over which its devices' starts are
 *     spread
 * @param budget after which no further trial begins; a bound on the whole search
 * @param coolDown between two trials
 * @param resume folder of an interrupted search that goes on; empty: a new search
 * @param inForce every parameter as it was read, in the order of {@code capacity.conf}
 */
public record CapacitySettings(
    Goal goal,
    Duration trial,
    Duration warmUpRamp,
    Duration budget,
    Duration coolDown,
    Optional<Path> resume,
    List<Parameter> inForce) {

  public CapacitySettings {
    inForce = List.copyOf(inForce);
  }

  /**
   * The properties that make an ordinary run a trial: what it takes over the user's own, in which
   * no key may begin with {@code capacity.}.
   *
   * @param devices its size
   * @param target as it was written
   */
  public Map<String, String> trial(int devices, String target) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("devices", Integer.toString(devices));
    properties.put("duration", milliseconds(trial));
    properties.put("ramp", "0 s");
    properties.put("warm-up-ramp", milliseconds(warmUpRamp));
    properties.put("target", target);
    return properties;
  }

  private static String milliseconds(Duration duration) {
    return duration.toMillis() + " ms";
  }
}
