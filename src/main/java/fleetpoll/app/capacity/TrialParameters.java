package fleetpoll.app.capacity;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.capacity.CapacityKeys;
import fleetpoll.settings.capacity.CapacitySettings;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters in which the runs of a search's trials differ from the search.
 *
 * @param largest the settings of the largest trial
 */
record TrialParameters(FleetSettings largest) {

  /** How the keys of the search's own parameters begin; the runs of its trials do not know them. */
  static final String OWN = CapacityKeys.ROOT + ".";

  /** The targets as they may be stored and shown, in their order. */
  List<String> targets() {
    return largest.shownTargets();
  }

  /**
   * By their keys.
   *
   * @param target as it is shown
   */
  Map<String, String> of(String target, int devices) {
    String written = largest.comparison().targets().get(targets().indexOf(target));
    Map<String, String> parameters = new HashMap<>(search().trial(devices, written));
    // The search itself listens there.
    parameters.put("live.port", "none");
    return Collections.unmodifiableMap(parameters);
  }

  /** All properties of such a run's process. */
  Map<String, String> over(Map<String, String> properties, String target, int devices) {
    Map<String, String> own = new HashMap<>(properties);
    own.keySet().removeIf(key -> key.startsWith(OWN));
    own.putAll(of(target, devices));
    return own;
  }

  private CapacitySettings search() {
    return largest.capacity().orElseThrow();
  }
}
